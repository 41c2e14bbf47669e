const SAMPLE = 'Notula Rapat Pleno 0123456789 MWmwil';
const SIZE = '40px';

/** Whether this computer has a font, or one of the same measures under its name. */
export function isFontInstalled(name: string): boolean {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return true;
  const widthIn = (families: string): number => {
    context.font = `${SIZE} ${families}`;
    return context.measureText(SAMPLE).width;
  };
  // What is not there gives way to the font named after it, whichever that is.
  return ['monospace', 'serif', 'sans-serif'].some(
    (other) => widthIn(`"${name}", ${other}`) !== widthIn(other),
  );
}
