/** A name that every file system takes, with the ending by which programs know its kind. */
export function fileNameToShow(name: string): string {
  const cleaned = name.replace(/[\p{Cc}<>:"/\\|?*]/gu, '_').replace(/[. ]+$/, '');
  const ending = /\.[^.]{1,10}$/.exec(cleaned)?.[0] ?? '';
  const stem = cleaned.slice(0, cleaned.length - ending.length).slice(0, 100);
  return `${stem === '' ? 'berkas' : stem}${ending}`;
}
