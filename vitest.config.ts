import { defineConfig } from 'vitest/config';

/**
 * The Open XML SDK is a .NET program that runs once for each file: what .NET then spends on learning how to
 * run faster later is a third of the time of a large one, and for nothing.
 */
const validatorEnv = { DOTNET_TieredPGO: '0' };

export default defineConfig({
  test: {
    // Only for what would never end: how long something takes decides nothing here.
    testTimeout: 90_000,
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
        test: {
          name: 'documents',
          include: ['tests/documents/**/*.test.ts'],
          env: validatorEnv,
        },
      },
      {
        // Apart, because every document of every fixture goes through LibreOffice: minutes, not seconds.
        extends: true,
        test: {
          name: 'conformance',
          include: ['tests/conformance/**/*.test.ts'],
          env: validatorEnv,
          testTimeout: 180_000,
        },
      },
    ],
  },
});
