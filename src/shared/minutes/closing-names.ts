import type { Block } from '../document/block.ts';
import type { ClosingFinding } from './closing-checks.ts';
import type { Attendance } from './people.ts';

interface DifferingName {
  readonly block: Block;
  readonly name: NonNullable<ClosingFinding['name']>;
}

/** Names written in the minutes that are nearly, and not quite, those of the attendance. */
export function differingNames(
  _blocks: readonly Block[],
  _attendance: readonly Attendance[],
): readonly DifferingName[] {
  return [];
}
