import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,db,architecture}/**/*.test.{ts,tsx}'],
        },
      },
      {
        // Apart, because each document goes through the Open XML SDK, which takes its time.
        extends: true,
        test: { name: 'documents', include: ['tests/documents/**/*.test.ts'] },
      },
    ],
  },
});
