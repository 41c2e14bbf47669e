import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Mark, MarkTarget } from '../../../shared/contract/marks.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { showToast } from '../../ui/toast.tsx';
import { DrawPanel } from './draw-panel.tsx';
import { ImportPanel } from './import/import-panel.tsx';
import { signaturePng } from './import/picture-png.ts';
import { usePicture } from './import/use-picture.ts';
import { inkPng } from './ink/ink-png.ts';
import { useInk } from './ink/use-ink.ts';
import { MarkImage } from './mark-image.tsx';
import { useMarksChanged } from './marks-query.ts';
import type { MadeMark } from './use-keep-mark.ts';
import { useKeepMark } from './use-keep-mark.ts';
import './marks.css';

export interface MarkDialogProps {
  readonly sessionId: SessionId;
  readonly target: MarkTarget;
  /** Whose signature it is to be. */
  readonly name: string;
  /** Where it is printed. */
  readonly place: string;
  /** The one that the place has now. */
  readonly present: Mark | undefined;
  /** The present one is another person's, so it is not printed. */
  readonly isForOther: boolean;
  /** Shown above, such as a choice of the day. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** Makes the signature of one person in one place: drawn here, or taken from a picture. */
export function MarkDialog(props: MarkDialogProps) {
  const { sessionId, target, name, place, present, isForOther, children, onClose } = props;
  const { t } = useTranslation('marks');
  const ink = useInk();
  const picture = usePicture();
  const [way, setWay] = useState<'drawn' | 'image'>('drawn');
  const [isRemoving, setRemoving] = useState(false);
  const keeping = useKeepMark(sessionId, target);
  const changed = useMarksChanged(sessionId);

  const made = async (): Promise<MadeMark | null> => {
    if (way === 'drawn') {
      const bytes = await inkPng(ink.strokes);
      return bytes && { bytes, method: 'drawn', sourceSha256: null };
    }
    const bytes = picture.pixels && (await signaturePng(picture.pixels, picture.threshold));
    return bytes && { bytes, method: 'image', sourceSha256: picture.sha256 };
  };
  const done = (isKept: boolean): void => {
    if (!isKept) return;
    showToast({ tone: 'success', text: t('kept', { name }) });
    onClose();
  };
  const keep = async (): Promise<void> => {
    const mark = await made();
    if (mark !== null) done(await keeping.keep(mark));
  };
  const keepAgain = async (): Promise<void> => done(await keeping.keepAgain());
  const remove = async (): Promise<void> => {
    setRemoving(false);
    if (present === undefined) return;
    try {
      await api('marks.remove', { sessionId, id: present.id });
      changed();
      showToast({ tone: 'success', text: t('removed', { name: present.signerName || name }) });
      onClose();
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    }
  };

  const isReady = way === 'drawn' ? ink.isSigned : picture.hasInk;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title', { name: name || t('nobody') })}
      size="large"
      actions={
        <>
          {present && (
            <Button variant="danger" onPress={() => setRemoving(true)}>
              {t('remove')}
            </Button>
          )}
          <span className="mark-actions-space" />
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!isReady || keeping.isBusy}
            onPress={() => void keep()}
          >
            {t(present ? 'replace' : 'keep')}
          </Button>
        </>
      }
    >
      <p className="mark-place">{place}</p>
      {children}
      {present && (
        <div className="mark-present">
          <MarkImage id={present.id} alt={t('presentAlt', { name: present.signerName })} />
          {isForOther ? (
            <Notice tone="warning">{t('forOther', { name: present.signerName })}</Notice>
          ) : (
            <p className="mark-hint">{t('present')}</p>
          )}
        </div>
      )}
      <Tabs
        label={t('ways')}
        onChange={(id) => setWay(id === 'image' ? 'image' : 'drawn')}
        tabs={[
          {
            id: 'drawn',
            title: t('draw'),
            content: () => (
              <>
                <DrawPanel ink={ink} label={t('pad', { name })} />
                <p className="mark-hint">{t('drawHint')}</p>
              </>
            ),
          },
          {
            id: 'image',
            title: t('fromPicture'),
            content: () => <ImportPanel picture={picture} />,
          },
        ]}
      />
      {keeping.problem !== '' && (
        <Notice tone="danger" role="alert">
          {keeping.problem}
        </Notice>
      )}
      <ConfirmDialog
        isOpen={keeping.usedBy !== null}
        title={t('usedTitle')}
        confirmLabel={t('useAgain')}
        cancelLabel={t('makeNew')}
        onCancel={keeping.dropQuestion}
        onConfirm={() => void keepAgain()}
      >
        {t('usedText', { other: keeping.usedBy || t('nobody'), name: name || t('nobody') })}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={isRemoving}
        title={t('removeTitle')}
        confirmLabel={t('remove')}
        cancelLabel={t('cancel')}
        onCancel={() => setRemoving(false)}
        onConfirm={() => void remove()}
      >
        {t('removeText', { name: present?.signerName || name || t('nobody') })}
      </ConfirmDialog>
    </Dialog>
  );
}
