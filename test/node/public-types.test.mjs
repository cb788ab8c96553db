import assert from 'node:assert/strict';
import path from 'node:path';
import { before, test } from 'node:test';
import ts from 'typescript';
import { builtPackage } from '../../scripts/build/built-package.mjs';
import { packageEntries } from '../../scripts/build/package-entries.mjs';

/** What the package says of itself in signatures, and nobody outside has to name. */
const OWN_AFFAIRS = [
  // The tables that hold what is made from the rows.
  /^database\/own-tables/,
  /^model\/outline\.d\.ts OutlineColumns$/,
  // From which the exported types of categories are derived.
  /^model\/categories\.d\.ts (?:registry|RegistryEntry)$/,
  /^import-export\/types\.d\.ts restorePolicies$/,
  // What elements are made of.
  /^elements\/.*(?:Body|Element|BodyParts|LazyPart|Localizer|Message)$/,
];

/** Of the entries that are not called as they are. */
const FILES = { '.': 'index', './define': 'define/all', './react': 'react/index' };

let dist;
let checker;
/** Each exported symbol with the first entry that has it. */
const exported = new Map();
let eventMaps = [];

before(async () => {
  dist = await builtPackage();
  const entries = packageEntries()
    .filter((entry) => !/\.(?:json|css)$/.test(entry) && !entry.startsWith('./locales/'))
    .map((entry) => path.join(dist, `${FILES[entry] ?? entry}.d.ts`));
  const program = ts.createProgram(entries, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    strict: true,
  });
  checker = program.getTypeChecker();
  for (const entry of entries) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(entry));
    for (const symbol of module ? checker.getExportsOfModule(module) : []) {
      const declared = target(symbol);
      if (!exported.has(declared))
        exported.set(declared, `${path.relative(dist, entry)} ${symbol.name}`);
    }
  }
  eventMaps = program
    .getSourceFiles()
    .filter(isOurs)
    .flatMap((file) => file.statements.filter((node) => ts.isModuleDeclaration(node)));
});

const target = (symbol) =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

const isOurs = ({ fileName }) => fileName.startsWith(`${dist}/`);

const isHidden = (node) =>
  ts.isClassElement(node) &&
  (ts.getCombinedModifierFlags(node) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !==
    0;

const nameIn = (node) =>
  ts.isTypeReferenceNode(node)
    ? node.typeName
    : ts.isImportTypeNode(node)
      ? node.qualifier
      : ts.isExpressionWithTypeArguments(node)
        ? node.expression
        : undefined;

/** The types of the package that a declaration names, which its file lends to others. */
function* namedIn(node) {
  if (isHidden(node)) return;
  const name = nameIn(node);
  const symbol = name && checker.getSymbolAtLocation(name);
  const declaration = symbol && target(symbol).declarations?.[0];
  if (declaration && isOurs(declaration.getSourceFile())) {
    const isLent = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) !== 0;
    if (isLent) yield target(symbol);
  }
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* namedIn(child);
}

test('each type that a public signature or an event names can be imported', () => {
  const declarations = [...exported.keys()].flatMap(({ declarations = [] }) => declarations);
  const missing = new Set();
  for (const node of [
    ...declarations.filter((node) => isOurs(node.getSourceFile())),
    ...eventMaps,
  ]) {
    for (const symbol of namedIn(node)) {
      const file = path.relative(dist, symbol.declarations[0].getSourceFile().fileName);
      const name = `${file} ${symbol.name}`;
      if (!exported.has(symbol) && !OWN_AFFAIRS.some((own) => own.test(name))) missing.add(name);
    }
  }
  assert.deepEqual([...missing].sort(), []);
});

test('each export of the package says in a comment what it is', () => {
  const silent = [...exported]
    .filter(([symbol]) => symbol.getDocumentationComment(checker).length === 0)
    .map(([, name]) => name);
  assert.deepEqual(silent, []);
});
