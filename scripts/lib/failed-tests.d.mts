export interface NamedTest {
  readonly place: string;
  readonly title: string;
  readonly error: string;
}

export function failedInVitest(report: object | null, root: string): NamedTest[];
export function failedInPlaywright(report: object | null): NamedTest[];
export function secondTriesInPlaywright(report: object | null): NamedTest[];
