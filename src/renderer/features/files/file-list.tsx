import { GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBox, ListBoxItem, useDragAndDrop } from 'react-aria-components';

import type { SessionFile } from '../../../shared/contract/files.ts';
import { keptFileAddress, shownAs } from '../../../shared/files/shown-files.ts';
import { sizeWords } from '../../../shared/files/size-words.ts';
import type { SessionFileId } from '../../../shared/ids.ts';
import { FileIcon } from './file-icon.tsx';

interface FileListProps {
  readonly files: readonly SessionFile[];
  readonly chosenId: SessionFileId | null;
  readonly canReorder: boolean;
  readonly onChoose: (id: SessionFileId) => void;
  readonly onOpen: (file: SessionFile) => void;
  readonly onRemove: (file: SessionFile) => void;
  /** By so many places; negative: up. */
  readonly onMove: (file: SessionFile, steps: 1 | -1) => void;
  readonly onReorder: (order: readonly SessionFileId[]) => void;
}

/** The order once the moved files stand before or after another one. */
function reordered(
  files: readonly SessionFile[],
  moved: ReadonlySet<string>,
  target: { readonly key: string; readonly isAfter: boolean },
): readonly SessionFileId[] {
  const ids = files.map(({ id }) => id);
  const staying = ids.filter((id) => !moved.has(id));
  const at = staying.findIndex((id) => id === target.key) + (target.isAfter ? 1 : 0);
  return [...staying.slice(0, at), ...ids.filter((id) => moved.has(id)), ...staying.slice(at)];
}

/** The files in their order: chosen, opened, moved and removed by mouse and keys. */
export function FileList(props: FileListProps) {
  const { files, chosenId, canReorder, onChoose, onOpen, onRemove, onMove, onReorder } = props;
  const { t, i18n } = useTranslation('files');
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !canReorder,
    getItems: (keys) =>
      [...keys].map((key) => ({
        'text/plain': files.find(({ id }) => id === key)?.name ?? '',
      })),
    onReorder: ({ keys, target }) => {
      const moved = new Set([...keys].map(String));
      if (moved.has(String(target.key))) return;
      const isAfter = target.dropPosition === 'after';
      onReorder(reordered(files, moved, { key: String(target.key), isAfter }));
    },
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const file = files.find(({ id }) => id === chosenId);
    if (file === undefined) return;
    const steps = { ArrowUp: -1, ArrowDown: 1 } as const;
    if (event.altKey && event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      if (canReorder) onMove(file, steps[event.key]);
    } else if (event.key === 'Delete' && !file.isFrozen) {
      onRemove(file);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // Before the list's own keys, which go to the next file with an arrow whatever is held down.
    <div className="files-list-place" onKeyDownCapture={onKeyDown}>
      <ListBox
        aria-label={t('list')}
        className="files-list"
        data-tab-start
        items={files}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosenId === null ? [] : [chosenId]}
        onSelectionChange={(keys) => {
          const chosen = files.find(({ id }) => keys !== 'all' && keys.has(id));
          if (chosen) onChoose(chosen.id);
        }}
        onAction={(key) => {
          const file = files.find(({ id }) => id === key);
          if (file) onOpen(file);
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(file) => (
          <ListBoxItem id={file.id} textValue={file.name} className="files-row">
            {canReorder && <GripVertical size={14} className="files-grip" aria-hidden />}
            <FilePicture file={file} />
            <span className="files-row-words">
              <span className="files-name">{file.name}</span>
              <span className="files-facts">
                {[t(`role_${file.role}`), sizeWords(file.sizeBytes, i18n.language), file.caption]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </ListBoxItem>
        )}
      </ListBox>
      <p className="files-keys">{t('keys')}</p>
    </div>
  );
}

/** A small picture of a photo, and the icon of everything else. */
function FilePicture({ file }: { readonly file: SessionFile }) {
  const [hasFailed, setFailed] = useState(false);
  if (shownAs(file) !== 'photo' || hasFailed) {
    return <FileIcon mediaType={file.mediaType} size={20} className="files-icon" />;
  }
  return (
    <img
      className="files-thumb"
      src={keptFileAddress(file)}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setFailed(true)}
    />
  );
}
