import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const nativeDialogs = ['alert', 'confirm', 'prompt'].map((name) => ({
  name,
  message: 'It blocks the page and cannot be styled or translated: use a <dialog>.',
}));

const nativeDialogsOfWindow = ['window', 'globalThis', 'self'].flatMap((object) =>
  nativeDialogs.map(({ name, message }) => ({ object, property: name, message })),
);

const definingAnElement = [
  {
    selector: "CallExpression[callee.object.name='customElements'][callee.property.name='define']",
    message: 'Only the modules of src/define define elements.',
  },
  {
    selector:
      "CallExpression[callee.object.property.name='customElements'][callee.property.name='define']",
    message: 'Only the modules of src/define define elements.',
  },
  {
    selector: "Decorator > CallExpression[callee.name='customElement']",
    message: 'Only the modules of src/define define elements.',
  },
];

const testsLeftOut = {
  selector:
    'MemberExpression[object.name=/^(describe|it|test|suite)$/][property.name=/^(only|skip|todo)$/]',
  message: 'Every test runs, every time.',
};

export default defineConfig(
  globalIgnores([
    'dist/',
    'demo/dist/',
    // Each of these is an app with a compiler and settings of its own.
    'examples/*/dist/',
    'examples/**/*.ts',
    'test/package/app/',
    'coverage/',
    '.cache/',
    'test/fixtures/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      'eqeqeq': 'error',
      'no-restricted-globals': ['error', ...nativeDialogs],
      'no-restricted-properties': ['error', ...nativeDialogsOfWindow],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // [...text] takes a text apart by code points, which is what it is written for.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // An async function without await is how a refusal becomes a rejection instead of a throw.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'demo/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      litA11y.configs.recommended,
      wc.configs['flat/best-practice'],
    ],
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-static-styles': 'error',
      // LitElement has every lifecycle method, so a guard around super would never be false.
      'wc/guard-super-call': 'off',
      // Lit calls a listener with its host as `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...definingAnElement],
    },
  },
  { files: ['src/define/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    // aria-description is global since ARIA 1.3; the plugin knows 1.2, and axe looks at the result.
    files: ['src/elements/conversation-list/tree-row.ts'],
    rules: { 'lit-a11y/role-supports-aria-attr': 'off' },
  },
  {
    files: ['**/*.test.ts', 'test/**/*.ts'],
    rules: {
      'no-console': 'off',
      'no-restricted-syntax': ['error', testsLeftOut],
      'lit/no-useless-template-literals': 'off',
      // Chai's assertions are properties: expect(x).to.be.true.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A plugin types expect(x).to.equal(y) as a promise, which it is for snapshots alone.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: '@open-wc/semantic-dom-diff', name: 'Equal' },
          ],
        },
      ],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.nodeBuiltin },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: globals.commonjs } },
  {
    files: ['demo/**/*.js', 'examples/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['test/**/*.mjs'],
    // A journey hands functions to a page, where they run.
    languageOptions: { globals: globals.browser },
    rules: { 'no-restricted-syntax': ['error', testsLeftOut] },
  },
);
