import { collections, type CollectionKey, type SecretField } from './categories.js';

/** The secret fields of a collection's records. */
export function secretsOf(key: CollectionKey): readonly SecretField[] {
  return collections.find((collection) => collection.key === key)?.secrets ?? [];
}

/**
 * A copy of the record with its secrets emptied: the fields stay, with empty text in them.
 *
 * @returns The same object where it holds none.
 */
export function withoutSecrets<Row extends object>(key: CollectionKey, row: Row): Row {
  return secretsOf(key).reduce<Row>((record, field) => emptyField(record, field), row);
}

/** Whether the record holds the value of a secret. */
export function hasSecrets(key: CollectionKey, row: object): boolean {
  return withoutSecrets(key, row) !== row;
}

/**
 * Gives a record the secrets of the present one wherever its own are empty, so that a backup made
 * without secrets takes none away. A secret never moves to another address: where the record names
 * one, the address here stays with its secret.
 *
 * @param onKept Told the fields of the address that stay as they are here.
 */
export function keepSecrets<Row extends object>(
  key: CollectionKey,
  row: Row,
  present: object,
  onKept: (fields: readonly string[]) => void = () => undefined,
): Row {
  return secretsOf(key).reduce<Row>((record, field) => {
    const moved = (field.sentTo ?? []).filter(
      (place) => destination(record, place) !== destination(present, place),
    );
    if (moved.length === 0) return refillField(record, present, field);
    if (!field.holdsPlace) return record;
    const stay = withFieldsOf(record, present, moved);
    const refilled = refillField(stay, present, field);
    if (refilled === stay) return record;
    onKept(moved);
    return refilled;
  }, row);
}

function withFieldsOf<Row extends object>(
  row: Row,
  present: object,
  names: readonly string[],
): Row {
  return {
    ...row,
    ...Object.fromEntries(
      names.map((name): [string, unknown] => [name, Reflect.get(present, name)]),
    ),
  };
}

function emptyField<Row extends object>(row: Row, { path, inUrl }: SecretField): Row {
  const [name, each] = path;
  const value: unknown = Reflect.get(row, name);
  const emptied = each && isObject(value) ? mapValues(value, () => '') : emptyText(value, inUrl);
  return isSame(value, emptied) ? row : { ...row, [name]: emptied };
}

function emptyText(value: unknown, inUrl: true | undefined): unknown {
  if (value === undefined || value === null || value === '') return value;
  return inUrl ? withoutUrlSecrets(value) : '';
}

function refillField<Row extends object>(row: Row, present: object, field: SecretField): Row {
  const { path, inUrl } = field;
  const [name, each] = path;
  const ours: unknown = Reflect.get(row, name);
  const theirs: unknown = Reflect.get(present, name);
  const refilled =
    each && isObject(ours) && isObject(theirs)
      ? mapValues(ours, (value, key) =>
          value === '' && Object.hasOwn(theirs, key) ? theirs[key] : value,
        )
      : emptyText(theirs, inUrl) === ours
        ? theirs
        : ours;
  return isSame(ours, refilled) ? row : { ...row, [name]: refilled };
}

const destination = (row: object, name: string): unknown =>
  withoutUrlSecrets(Reflect.get(row, name) ?? '');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapValues = (
  source: Record<string, unknown>,
  change: (value: unknown, key: string) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(source).map(([key, value]) => [key, change(value, key)]));

const isSame = (first: unknown, second: unknown): boolean =>
  first === second || (isObject(first) && JSON.stringify(first) === JSON.stringify(second));

/**
 * RFC 3986, 3.2.1: what stands between `//` and `@` in the authority of a URL. Browsers also take
 * spaces before it, backslashes, and more or fewer slashes: https://url.spec.whatwg.org/#url-parsing
 */
const userInfo = /^(\s*[a-z][a-z\d+.-]*:[\\/]*)[^\\/?#]*@/i;

/** Query parameters by which services take keys, such as `?api_key=` and `?access_token=`. */
const secretParameter =
  /([?&][^=&#]*(?:key|token|secret|password|passwd|auth|signature|sig)=)[^&#]+/gi;

function withoutUrlSecrets(value: unknown): unknown {
  return typeof value === 'string'
    ? value.replace(userInfo, '$1').replace(secretParameter, '$1')
    : value;
}
