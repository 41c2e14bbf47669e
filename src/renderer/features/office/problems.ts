import { fileNamePatternProblem } from '../../../shared/official/file-name-pattern.ts';
import { readNumberTemplate } from '../../../shared/official/number-template.ts';
import type { OfficeSettings } from '../../../shared/official/office-settings.ts';

/** Whether something was typed that cannot be used; the field says what. */
export function hasProblem({ numberTemplates, fileNamePattern }: OfficeSettings): boolean {
  const templates = Object.values(numberTemplates).filter((text) => text.trim() !== '');
  return (
    templates.some((text) => !readNumberTemplate(text).ok) ||
    (fileNamePattern.trim() !== '' && fileNamePatternProblem(fileNamePattern) !== null)
  );
}
