import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

import { certificateTexts } from '../api/certificate-texts.ts';
import { errorTexts } from '../api/error-texts.ts';
import { nameKeys } from '../api/shortcut-label.ts';
import { texts as about } from '../features/about/texts.ts';
import { texts as attendance } from '../features/attendance/texts.ts';
import { texts as backups } from '../features/backups/texts.ts';
import { codeTexts } from '../features/checking/code-check/texts.ts';
import { texts as checking } from '../features/checking/texts.ts';
import { texts as exchange } from '../features/exchange/texts.ts';
import { texts as exporting } from '../features/export/texts.ts';
import { texts as files } from '../features/files/texts.ts';
import { texts as finals } from '../features/finals/texts.ts';
import { texts as imports } from '../features/imports/texts.ts';
import { texts as marks } from '../features/marks/texts.ts';
import { texts as office } from '../features/office/texts.ts';
import { texts as preview } from '../features/preview/texts.ts';
import { texts as settings } from '../features/settings/texts.ts';
import { texts as sessionData } from '../features/session-data/texts.ts';
import { texts as signing } from '../features/signing/texts.ts';
import { texts as library } from '../features/library/texts.ts';
import { texts as firstRun } from '../features/first-run/texts.ts';
import { texts as search } from '../features/search/texts.ts';
import { texts as editor } from '../features/editor/texts.ts';
import { texts as templates } from '../features/templates/texts.ts';
import { texts as app } from './texts.ts';

/** One namespace per feature; each brings its own texts in both languages. */
const namespaces = {
  about,
  editor,
  search,
  app,
  attendance,
  backups,
  certificates: certificateTexts,
  'check-code': codeTexts,
  checking,
  errors: errorTexts,
  exchange,
  export: exporting,
  files,
  finals,
  imports,
  library,
  marks,
  office,
  preview,
  settings,
  signing,
  templates,
  'first-run': firstRun,
  'session-data': sessionData,
};

const resources = (language: 'id' | 'en') =>
  Object.fromEntries(
    Object.entries(namespaces).map(([name, texts]) => [name, nameKeys(texts[language])]),
  );

void i18next.use(initReactI18next).init({
  lng: 'id',
  fallbackLng: 'id',
  // Everything is bundled, so the first paint already has its words.
  initAsync: false,
  defaultNS: 'app',
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  resources: { id: resources('id'), en: resources('en') },
});

/** The language that the window speaks now. */
export function shownLanguage(): 'id' | 'en' {
  return i18next.language === 'en' ? 'en' : 'id';
}

/** Shows the window in another language. */
export async function setLanguage(language: 'id' | 'en'): Promise<void> {
  // Saying the same again would draw every text anew.
  if (language !== shownLanguage()) await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
