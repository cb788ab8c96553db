import ts from 'typescript';

/**
 * What the compiler says of modules that are nowhere but here.
 *
 * @param {Map<string, string>} files Their text by their path, which says where their imports are looked for.
 * @param {ts.CompilerOptions} [options]
 * @returns {string[]} Each with the file.
 */
export function compilerComplaints(files, options) {
  const settings = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    ...options,
  };
  const host = ts.createCompilerHost(settings);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (file) => files.get(file) ?? readFile.call(host, file);
  host.fileExists = (file) => files.has(file) || fileExists.call(host, file);
  host.getSourceFile = (file, version, ...rest) =>
    files.has(file)
      ? ts.createSourceFile(file, files.get(file), version)
      : getSourceFile.call(host, file, version, ...rest);
  const program = ts.createProgram([...files.keys()], settings, host);
  return [...files.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return ts
      .getPreEmitDiagnostics(program, source)
      .map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
}
