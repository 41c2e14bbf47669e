import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { blockPlainText } from '../../../shared/document/plain-text.ts';
import type { Addendum } from '../../../shared/minutes/final.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { momentIn } from './moments.ts';
import { finalStateQuery } from './queries.ts';
import './addenda.css';

/** Enough to know the block again. */
const EXCERPT_LETTERS = 120;

export interface AddendaDialogProps {
  readonly session: Session;
  readonly onClose: () => void;
  readonly onShow: (addendum: Addendum) => void;
  readonly onAdd: () => void;
}

/** Every addendum of a session in its order, each with the way to the text that it corrects. */
export function AddendaDialog({ session, onClose, onShow, onAdd }: AddendaDialogProps) {
  const { t, i18n } = useTranslation('finals');
  const state = useQuery(finalStateQuery(session.id));
  const document = useQuery({
    queryKey: ['addenda-blocks', session.id],
    queryFn: () => api('documents.load', { sessionId: session.id }),
    gcTime: 0,
  });
  const addenda = state.data?.addenda ?? [];
  const aboutWords = ({ blockId }: Addendum): string => {
    if (blockId === null) return t('aboutWhole');
    const block = document.data?.blocks.find(({ attrs }) => attrs.id === blockId);
    if (block === undefined) return document.data === undefined ? '' : t('aboutGone');
    const text = blockPlainText(block).replace(/\s+/g, ' ').trim();
    const excerpt =
      text.length > EXCERPT_LETTERS ? `${text.slice(0, EXCERPT_LETTERS).toWellFormed()}…` : text;
    return t('aboutBlock', { excerpt: excerpt || t('placeEmpty') });
  };
  return (
    <Dialog
      isOpen
      title={t('addendaTitle')}
      onClose={onClose}
      isReadOnly={addenda.every(({ blockId }) => blockId === null)}
      actions={
        <>
          <Button onPress={onAdd}>{t('addAddendum')}</Button>
          <Button variant="primary" onPress={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      {addenda.length === 0 ? (
        <p>{t('addendaEmpty')}</p>
      ) : (
        <ol className="addenda-list" aria-label={t('addendaList')}>
          {addenda.map((addendum) => (
            <li key={addendum.number} className="addenda-entry">
              <h3 className="addenda-name">{t('addendumName', { number: addendum.number })}</h3>
              <p className="addenda-facts">
                {t('addendumBy', {
                  when: momentIn(addendum.atMs, session.zone, i18n.language),
                  who: addendum.actor || t('nobody'),
                })}
              </p>
              <p className="addenda-about" lang="id">
                {aboutWords(addendum)}
              </p>
              <p className="addendum-text" lang="id">
                {addendum.text}
              </p>
              {addendum.blockId !== null && (
                <Button
                  variant="quiet"
                  className="addenda-show"
                  aria-label={`${t('showInPage')}: ${t('addendumName', { number: addendum.number })}`}
                  onPress={() => onShow(addendum)}
                >
                  {t('showInPage')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
