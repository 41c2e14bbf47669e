import type { Command } from './command.ts';
import { command } from './command.ts';

const copy = (id: string, en: string): Command => command('file', id, en, null, 'session');

/** What is taken elsewhere by the clipboard: part by part, form by form. */
export const copyCommands = {
  'copy.sessionFormatted': copy(
    'Salin sesi sebagai teks berformat',
    'Copy session as formatted text',
  ),
  'copy.sessionPlain': copy('Salin sesi sebagai teks biasa', 'Copy session as plain text'),
  'copy.sessionMarkdown': copy('Salin sesi sebagai Markdown', 'Copy session as Markdown'),
  'copy.itemFormatted': copy(
    'Salin mata acara sebagai teks berformat',
    'Copy agenda item as formatted text',
  ),
  'copy.itemPlain': copy('Salin mata acara sebagai teks biasa', 'Copy agenda item as plain text'),
  'copy.itemMarkdown': copy('Salin mata acara sebagai Markdown', 'Copy agenda item as Markdown'),
  'copy.pressFormatted': copy(
    'Salin siaran pers sebagai teks berformat',
    'Copy press release as formatted text',
  ),
  'copy.pressPlain': copy(
    'Salin siaran pers sebagai teks biasa',
    'Copy press release as plain text',
  ),
  'copy.pressMarkdown': copy(
    'Salin siaran pers sebagai Markdown',
    'Copy press release as Markdown',
  ),
} as const satisfies Record<`copy.${string}`, Command>;
