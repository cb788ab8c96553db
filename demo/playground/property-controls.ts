import type { GivenProperty } from '../site/element-code.js';
import type { DescribedElement } from './described-elements.js';

/** The words that a property may be, where its type is a list of such: `'indexeddb' | 'memory'`. */
const choicesOf = (type: string): readonly string[] | undefined =>
  /^'[^']*'(?: \| '[^']*')+$/.test(type)
    ? type.split(' | ').map((word) => word.slice(1, -1))
    : undefined;

type Described = DescribedElement['properties'][number];

const read = (element: HTMLElement, { name }: Described): unknown => Reflect.get(element, name);

/** The properties as they stand, but for those that are as they were at first. */
export function givenProperties(
  element: HTMLElement,
  { properties }: DescribedElement,
): GivenProperty[] {
  const fresh = document.createElement(element.localName);
  return properties.flatMap((property) => {
    const value = read(element, property);
    const isGiven = value !== read(fresh, property);
    if (!isGiven || (typeof value !== 'string' && typeof value !== 'boolean')) return [];
    return [{ name: property.name, attribute: property.attribute, value }];
  });
}

/** A control for each property that has an attribute; what it is set to applies at once. */
export function propertyControls(
  element: HTMLElement,
  { properties }: DescribedElement,
  onChange: () => void,
): Node[] {
  return properties.map((property) => {
    const label = document.createElement('label');
    const name = document.createElement('code');
    name.textContent = property.attribute;
    const hint = document.createElement('small');
    hint.textContent = property.description.replaceAll('`', '');
    const control = controlOf(element, property);
    label.className = control.type === 'checkbox' ? 'property check' : 'property';
    label.append(...(control.type === 'checkbox' ? [control, name] : [name, control]), hint);
    control.addEventListener(control.type === 'text' ? 'input' : 'change', () => {
      Reflect.set(element, property.name, valueOf(control));
      onChange();
    });
    return label;
  });
}

type Control = HTMLInputElement | HTMLSelectElement;

function controlOf(element: HTMLElement, property: Described): Control {
  const value = read(element, property);
  const options = choicesOf(property.type);
  if (options) {
    const select = document.createElement('select');
    for (const option of options) select.add(new Option(option));
    select.value = String(value);
    return select;
  }
  const input = document.createElement('input');
  input.type = property.type === 'boolean' ? 'checkbox' : 'text';
  if (property.type === 'boolean') input.checked = value === true;
  else input.value = typeof value === 'string' ? value : '';
  return input;
}

function valueOf(control: Control): string | boolean | null {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return control.checked;
  return control.value === '' ? null : control.value;
}
