import { AudioLines, File, FileImage, FileText, Film, Presentation, Sheet } from 'lucide-react';

interface FileIconProps {
  readonly mediaType: string;
  readonly size: number;
  readonly className?: string;
}

/** By the kind of the bytes, whatever the file is for. */
export function FileIcon({ mediaType, size, className = '' }: FileIconProps) {
  const look = { size, className, 'aria-hidden': true } as const;
  if (mediaType.startsWith('image/')) return <FileImage {...look} />;
  if (mediaType.startsWith('audio/')) return <AudioLines {...look} />;
  if (mediaType.startsWith('video/')) return <Film {...look} />;
  if (/spreadsheet|ms-excel|csv/.test(mediaType)) return <Sheet {...look} />;
  if (/presentation|powerpoint/.test(mediaType)) return <Presentation {...look} />;
  return mediaType === 'application/octet-stream' ? <File {...look} /> : <FileText {...look} />;
}
