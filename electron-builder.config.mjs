/*
 * How Notula is packed for Windows, macOS and Linux. scripts/package.mjs adds what only a trial build needs;
 * nothing of that belongs here.
 */

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'id.notula.app',
  productName: 'Notula',
  copyright: 'Notula',
  directories: { output: 'dist', buildResources: 'resources' },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',

  files: [
    'out/**',
    'package.json',
    '!**/*.{map,ts,mts,cts}',
    // Of better-sqlite3 only the binding of the target is needed at run time: no sources, no other systems.
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/binding.gyp',
    '!node_modules/better-sqlite3/prebuilds/**',
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
    '!node_modules/node-addon-api/**',
  ],
  // Files that the main process reads as they are; what only the installers need stays out.
  extraResources: [
    {
      from: 'resources',
      to: 'resources',
      filter: ['**/*', '!icon.*', '!installer.nsh', '!schema'],
    },
  ],
  // better-sqlite3's prebuilt binding is a Node-API one: it fits every Electron and is never compiled here.
  npmRebuild: false,
  publish: null,
  asar: true,
  electronLanguages: ['id', 'en', 'en-US', 'en-GB'],

  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },

  fileAssociations: [
    {
      ext: 'notula',
      name: 'Berkas Notula',
      description: 'Sesi rapat Notula',
      mimeType: 'application/x-notula',
      role: 'Editor',
    },
  ],

  win: {
    target: [{ target: 'nsis', arch: ['x64'] }],
    icon: 'resources/icon.png',
  },
  nsis: {
    // One click, for this user only: office laptops seldom come with the administrator's password.
    oneClick: true,
    perMachine: false,
    installerLanguages: ['id_ID'],
    language: '1057',
    include: 'resources/installer.nsh',
    // The archive of minutes is never removed with the program.
    deleteAppDataOnUninstall: false,
    shortcutName: 'Notula',
  },

  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    icon: 'resources/icon.png',
    category: 'public.app-category.productivity',
  },
  dmg: { title: 'Notula ${version}' },

  linux: {
    target: [
      { target: 'AppImage', arch: ['x64'] },
      { target: 'deb', arch: ['x64'] },
    ],
    executableName: 'notula',
    icon: 'resources/icon.png',
    category: 'Office',
    synopsis: 'Notula rapat resmi',
    description: 'Aplikasi notulis untuk rapat resmi',
    maintainer: 'Notula',
    desktop: {
      entry: {
        Name: 'Notula',
        Comment: 'Notula rapat resmi',
        Keywords: 'notula;notulen;rapat;risalah;',
      },
    },
  },
};
