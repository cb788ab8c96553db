import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Starts a virtual screen, for WebKitGTK has no headless mode, and a window manager on it, without which no window
 * has the focus. Answers with what DISPLAY is to be.
 */
export async function startScreen() {
  const screen = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const display = await new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.once('exit', () => reject(new Error('Xvfb has ended before it was ready.')));
    screen.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });
  const manager = spawn('jwm', [], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' });
  manager.once('error', () => screen.kill());
  return {
    display,
    stop() {
      manager.kill();
      screen.kill();
    },
  };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilReady(url) {
  for (;;) {
    try {
      await fetch(`${url}/status`);
      return;
    } catch {
      await delay(50);
    }
  }
}

/** Starts WebKit's driver. Answers with its address. */
export async function startDriver(display) {
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' },
    stdio: 'ignore',
  });
  const failed = new Promise((_, reject) => {
    driver.once('error', reject);
    driver.once('exit', () => reject(new Error('WebKitWebDriver has ended.')));
  });
  // Whoever races against it has the failure; after that it is only the end.
  failed.catch(() => {});
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([failed, untilReady(url)]);
  return { url, stop: () => driver.kill() };
}
