import type { AboutSubject } from '../../../shared/contract/about.ts';

export interface NamedSubject {
  readonly subject: AboutSubject;
  readonly name: string;
  readonly detail: string;
}

const MOST = 6;
let recent: readonly NamedSubject[] = [];

/** Who was looked at since the app was started, the latest first. */
export const recentSubjects = (): readonly NamedSubject[] => recent;

export function rememberSubject(named: NamedSubject): void {
  recent = [named, ...recent.filter(({ subject }) => subject.id !== named.subject.id)].slice(
    0,
    MOST,
  );
}
