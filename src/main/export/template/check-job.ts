import { readFile, stat } from 'node:fs/promises';

import { AppError } from '../../../shared/contract/errors.ts';
import type { TemplateCheck } from '../../../shared/official/template-findings.ts';
import { checkTemplate } from './check-template.ts';
import { LARGEST_TEMPLATE_BYTES } from './zip-entries.ts';

/** Reads a file that the user chose as a template, and checks it. */
export interface CheckTemplateJob {
  readonly type: 'check-template';
  readonly path: string;
}

export interface CheckedTemplate {
  readonly bytes: Uint8Array;
  readonly check: TemplateCheck;
}

/** Throws as readOfficeTemplate does, and `template-broken` where the file cannot be read. */
export async function runCheckTemplate({ path }: CheckTemplateJob): Promise<CheckedTemplate> {
  const { size } = await stat(path);
  if (size > LARGEST_TEMPLATE_BYTES) throw new AppError('template-too-large');
  const bytes = new Uint8Array(await readFile(path));
  return { bytes, check: checkTemplate(bytes) };
}
