/** What a file beside the minutes is. "asli" is what imported minutes were made from. */
export const FILE_ROLES = ['foto', 'undangan', 'bahan', 'rekaman', 'asli', 'lain'] as const;
export type FileRole = (typeof FILE_ROLES)[number];

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  bmp: 'image/bmp',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  amr: 'audio/amr',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mov: 'video/quicktime',
  mkv: 'video/x-matroska',
  '3gp': 'video/3gpp',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  csv: 'text/csv',
  txt: 'text/plain',
};

/** By the end of a name alone: what the bytes really are is found out where they are shown. */
export function mediaTypeOf(fileName: string): string {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1] ?? '';
  return MEDIA_TYPES[extension.toLowerCase()] ?? 'application/octet-stream';
}

/** What a file most likely is, until somebody says otherwise. */
export function likelyRole(fileName: string): Exclude<FileRole, 'asli'> {
  const mediaType = mediaTypeOf(fileName);
  if (/undangan/i.test(fileName)) return 'undangan';
  if (mediaType.startsWith('image/')) return 'foto';
  if (mediaType.startsWith('audio/') || mediaType.startsWith('video/')) return 'rekaman';
  return mediaType === 'application/octet-stream' ? 'lain' : 'bahan';
}
