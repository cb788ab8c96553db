/** A session with a browser over WebDriver, which is all of the protocol that the test runner needs. */
export class WebDriver {
  #session;

  constructor(session) {
    this.#session = session;
  }

  /** Starts a browser through a driver that listens at an address. */
  static async start(driver, capabilities) {
    const { sessionId } = await call('POST', `${driver}/session`, {
      capabilities: { alwaysMatch: capabilities },
    });
    return new WebDriver(`${driver}/session/${sessionId}`);
  }

  navigate(url) {
    return call('POST', `${this.#session}/url`, { url });
  }

  url() {
    return call('GET', `${this.#session}/url`);
  }

  /** Gives the page's view, and not only the window around it, a size. */
  async resize({ width, height }) {
    const [outerWidth, outerHeight, innerWidth, innerHeight] = await this.run(
      'return [outerWidth, outerHeight, innerWidth, innerHeight];',
    );
    await call('POST', `${this.#session}/window/rect`, {
      width: width + outerWidth - innerWidth,
      height: height + outerHeight - innerHeight,
    });
  }

  run(script, args = []) {
    return call('POST', `${this.#session}/execute/sync`, { script, args });
  }

  /** Moves input devices: https://www.w3.org/TR/webdriver2/#actions */
  act(device) {
    return call('POST', `${this.#session}/actions`, { actions: [device] });
  }

  /** Lets go of every key and button that is held down. */
  release() {
    return call('DELETE', `${this.#session}/actions`);
  }

  close() {
    return call('DELETE', this.#session);
  }
}

async function call(method, url, body) {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
