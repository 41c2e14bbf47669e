import { singleLineText } from '../../shared/minutes/input-text.ts';
import type { OfficeSettings } from '../../shared/official/office-settings.ts';
import {
  DEFAULT_FILE_NAME_PATTERN,
  DEFAULT_OFFICE_SETTINGS,
  officeSettingsSchema,
} from '../../shared/official/office-settings.ts';

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Settings as the archive has them. A part that an older Notula did not know, or that cannot be
 * read, is as documents come with; the other parts stay what the office has set.
 */
export function readStoredSettings(text: string): OfficeSettings {
  const stored = parsedJson(text);
  const given = typeof stored === 'object' && stored !== null ? stored : {};
  const whole = officeSettingsSchema.safeParse({ ...DEFAULT_OFFICE_SETTINGS, ...given });
  if (whole.success) return whole.data;
  const broken = new Set(whole.error.issues.map(({ path }) => String(path[0])));
  const kept = Object.fromEntries(Object.entries(given).filter(([key]) => !broken.has(key)));
  return officeSettingsSchema.parse({ ...DEFAULT_OFFICE_SETTINGS, ...kept });
}

function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return singleLineText(value);
  if (Array.isArray(value)) return value.map(cleanTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleanTexts(one)]));
}

/** Settings as they are kept: every text on one line, and nothing empty where a blank says nothing. */
export function cleanSettings(given: OfficeSettings): OfficeSettings {
  const fileNamePattern = singleLineText(given.fileNamePattern) || DEFAULT_FILE_NAME_PATTERN;
  const settings = officeSettingsSchema.parse(cleanTexts({ ...given, fileNamePattern }));
  const lines = settings.letterhead.lines.filter(({ text }) => text !== '');
  const templates = Object.entries(settings.numberTemplates).filter(([, text]) => text !== '');
  return {
    ...settings,
    letterhead: { ...settings.letterhead, lines },
    numberTemplates: Object.fromEntries(templates),
  };
}
