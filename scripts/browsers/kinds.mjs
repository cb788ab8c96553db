import { chromiumFlags } from './chromium-flags.mjs';

/** Chromium and the browsers made of it. */
export const chromium = {
  name: 'Chrome or Chromium',
  product: 'chrome',
  variable: 'CHROME_PATH',
  debianPackage: 'chromium',
  flags: chromiumFlags,
  commands: [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'msedge',
  ],
  places: {
    linux: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'],
    darwin: [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
};

export const firefox = {
  name: 'Firefox',
  product: 'firefox',
  variable: 'FIREFOX_PATH',
  debianPackage: 'firefox-esr',
  flags: () => [],
  commands: ['firefox-esr', 'firefox'],
  places: {
    linux: ['/opt/firefox/firefox', '/snap/bin/firefox'],
    darwin: ['Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox\\firefox.exe'],
  },
};
