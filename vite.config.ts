import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { compileMessages } from './main/dev/page/compile-messages.ts'

const repository = import.meta.dirname

/** What Electron and the journal bring along themselves; everything else is bundled, Node's own modules apart. */
const external = ['electron', 'better-sqlite3']

/** `vite build` builds the page alone, `vite build --app` page, main and preload. */
export default defineConfig({
  root: join(repository, 'renderer'),
  plugins: [react(), compileMessages()],
  // The page's own folder is the one that `--outDir` changes.
  build: { sourcemap: false, emptyOutDir: true, outDir: join(repository, 'dist/renderer') },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                // Whatever else is split off and runs first: zod is told what the page's policy forbids before any schema is made.
                { name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]|no-eval\.ts$/, priority: 1 },
                // The rest of the first screen in one piece, whatever later ones share with it: a piece is a request.
                { name: 'first', tags: ['$initial'] },
              ],
            },
          },
        },
        // The polyfill fetches, and the page's policy lets it fetch nothing (safety E7).
        modulePreload: { polyfill: false },
        // Fonts and scripts as data: would break the same policy; only small images may be.
        assetsInlineLimit: (file) => (/\.(?:png|svg|webp)$/.test(file) ? undefined : false),
      },
    },
    main: {
      consumer: 'server',
      resolve: { external, noExternal: true },
      build: {
        outDir: join(repository, 'dist/main'),
        target: 'node24',
        ssr: true,
        minify: true,
        rolldownOptions: {
          input: {
            index: join(repository, 'main/shell/index.ts'),
            // Run as a thread of its own: main/core/journal/check-in-background.ts names it.
            'check-copy.worker': join(repository, 'main/core/journal/check-copy.worker.ts'),
          },
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { external, noExternal: true },
      build: {
        outDir: join(repository, 'dist/preload'),
        target: 'node24',
        ssr: true,
        minify: true,
        rolldownOptions: {
          input: { index: join(repository, 'preload/index.ts') },
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
  test: {
    root: repository,
    include: ['shared/**/*.test.ts', 'main/**/*.test.ts', 'preload/**/*.test.ts', 'renderer/**/*.test.ts'],
    environment: 'node',
    // Two, so that tests which start servers and browsers are not starved on a small machine.
    maxWorkers: 2,
    // Only for a test that hangs: a busy machine must not fail one that works.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
