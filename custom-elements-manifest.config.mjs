/** The manifest describes the published package: modules of dist/, not of src/. */
function published(path) {
  return path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
}

function publishReferences(value) {
  if (Array.isArray(value)) {
    value.forEach(publishReferences);
  } else if (value && typeof value === 'object') {
    if (typeof value.module === 'string') value.module = published(value.module);
    Object.values(value).forEach(publishReferences);
  }
}

const isPublic = (member) => member.privacy !== 'private' && !member.name.startsWith('#');

const publishedPackage = {
  name: 'published-package',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const module of manifest.modules) {
      module.path = published(module.path);
      for (const declaration of module.declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
      }
    }
    publishReferences(manifest.modules);
    // The order of a folder's files is the file system's; the committed file has one of its own.
    manifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/define/**/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.styles.ts'],
  litelement: true,
  packagejson: false,
  plugins: [publishedPackage],
};
