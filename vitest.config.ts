import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 20_000,
    // Vitest leaves one processor free, which on two of them is half the machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,db}/**/*.test.{ts,tsx}'],
          // One load of zod, ProseMirror and SQLite for all files: a third less time. So no test
          // file may leave behind a changed module, clock, environment or global object.
          isolate: false,
          restoreMocks: true,
          unstubEnvs: true,
          unstubGlobals: true,
        },
      },
      {
        // Apart, because each test starts a compiler or a linter.
        extends: true,
        test: { name: 'gates', include: ['tests/architecture/**/*.test.ts'] },
      },
      {
        // Apart, because each document goes through the Open XML SDK, which takes its time.
        extends: true,
        test: { name: 'documents', include: ['tests/documents/**/*.test.ts'] },
      },
      {
        // Apart, because every document of every fixture goes through LibreOffice: minutes, not seconds.
        extends: true,
        test: {
          name: 'conformance',
          include: ['tests/conformance/**/*.test.ts'],
          testTimeout: 180_000,
        },
      },
    ],
  },
});
