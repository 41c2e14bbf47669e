import type { NamedTest } from './failed-tests.d.mts';

export interface Count {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly problem?: string;
  readonly failures?: readonly NamedTest[];
  readonly secondTries?: readonly NamedTest[];
}

export function countGate(name: string, code: number): Count;
export function countVitest(name: string, report: object | null, code: number): Count;
export function countPlaywright(name: string, report: object | null, code: number): Count;
export function summarise(counts: readonly Count[]): {
  readonly lines: string[];
  readonly closing: string;
  readonly exitCode: number;
};
