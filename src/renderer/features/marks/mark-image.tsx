import { useQuery } from '@tanstack/react-query';

import type { MarkId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';

interface MarkImageProps {
  readonly id: MarkId;
  readonly alt: string;
}

/** A kept signature, on paper as it is printed. */
export function MarkImage({ id, alt }: MarkImageProps) {
  const image = useQuery({
    queryKey: ['mark-image', id],
    queryFn: () => api('marks.read', { id }),
    // What belongs to one act never changes.
    staleTime: Infinity,
  });
  return (
    <span className="mark-image">
      {image.data && <img src={`data:image/png;base64,${image.data.base64}`} alt={alt} />}
    </span>
  );
}
