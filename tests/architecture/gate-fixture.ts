import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const PROJECT = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

export interface GateResult {
  readonly exitCode: number;
  readonly output: string;
}

/**
 * Runs one of the project's gates on a small tree of its own that holds the project's real
 * configuration and the given files, so that a fixture can break a rule without breaking the build.
 */
export async function runGate(
  tool: 'oxlint' | 'oxfmt' | 'tsc',
  args: readonly string[],
  files: Readonly<Record<string, string>>,
  /** Folders of the project that the fixture needs as they are. */
  folders: readonly string[] = [],
): Promise<GateResult> {
  const folder = await mkdtemp(join(tmpdir(), 'notula-gate-'));
  try {
    for (const name of folders) {
      await cp(join(PROJECT, name), join(folder, name), { recursive: true });
    }
    for (const name of CONFIGURATION) await cp(join(PROJECT, name), join(folder, name));
    await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return await runTool(folder, tool, args);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const CONFIGURATION = [
  '.oxlintrc.json',
  '.oxfmtrc.json',
  'tsconfig.base.json',
  'src/shared/tsconfig.json',
  'src/main/tsconfig.json',
  'src/main/ipc/tsconfig.json',
  'src/preload/tsconfig.json',
  'src/renderer/tsconfig.json',
];

async function runTool(folder: string, tool: string, args: readonly string[]): Promise<GateResult> {
  const program = join(PROJECT, 'node_modules', '.bin', tool);
  try {
    const { stdout, stderr } = await run(program, [...args], { cwd: folder });
    return { exitCode: 0, output: stdout + stderr };
  } catch (error) {
    if (!isExecFailure(error)) throw error;
    return { exitCode: error.code, output: error.stdout + error.stderr };
  }
}

interface ExecFailure {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function isExecFailure(error: unknown): error is ExecFailure {
  return error instanceof Error && 'code' in error && typeof error.code === 'number';
}
