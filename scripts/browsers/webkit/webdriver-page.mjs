import { keyCode } from './keys.mjs';

const buttons = { left: 0, middle: 1, right: 2 };

/**
 * As much of Puppeteer's `Page` as `sendKeys`, `sendMouse`, `resetMouse` and `setViewport` of the test runner's
 * commands use, over WebDriver.
 */
export function webdriverPage(driver) {
  const press = (...actions) => driver.act({ type: 'key', id: 'keyboard', actions });
  const point = (...actions) => {
    const parameters = { pointerType: 'mouse' };
    return driver.act({ type: 'pointer', id: 'mouse', parameters, actions });
  };
  const keyDown = (key) => ({ type: 'keyDown', value: keyCode(key) });
  const keyUp = (key) => ({ type: 'keyUp', value: keyCode(key) });
  const move = (x, y) => ({ type: 'pointerMove', x, y, duration: 0 });
  const down = ({ button = 'left' } = {}) => ({ type: 'pointerDown', button: buttons[button] });
  const up = ({ button = 'left' } = {}) => ({ type: 'pointerUp', button: buttons[button] });

  return {
    keyboard: {
      down: (key) => press(keyDown(key)),
      up: (key) => press(keyUp(key)),
      press: (key) => press(keyDown(key), keyUp(key)),
      type: (text) => press(...[...text].flatMap((key) => [keyDown(key), keyUp(key)])),
    },
    mouse: {
      move: (x, y) => point(move(x, y)),
      down: (options) => point(down(options)),
      up: (options) => point(up(options)),
      click: (x, y, options) => point(move(x, y), down(options), up(options)),
      reset: async () => {
        await driver.release();
        await point(move(0, 0));
      },
    },
    setViewport: (size) => driver.resize(size),
    emulateMediaFeatures: () => {
      throw new Error('WebDriver cannot emulate media.');
    },
  };
}
