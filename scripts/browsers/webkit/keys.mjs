// https://www.w3.org/TR/webdriver2/#keyboard-actions
const codes = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `F${index + 1}`,
      String.fromCharCode(0xe031 + index),
    ]),
  ),
};

/** What WebDriver calls a key, from the name that `KeyboardEvent.key` has for it. */
export function keyCode(name) {
  const code = codes[name] ?? name;
  if ([...code].length !== 1) throw new Error(`WebDriver knows no key ${name}.`);
  return code;
}
