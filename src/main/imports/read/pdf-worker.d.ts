/** pdf.js has no types for its second program; it is only handed on to the first. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
