import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { GuessedBlock, GuessedName, MinutesGuess } from '../../../shared/imports/guess.ts';

/** Longer lists are read in the session itself. */
const MOST_SHOWN = 300;

interface RecognisedListsProps {
  readonly guess: MinutesGuess;
  readonly activeKey: string | null;
  readonly onLook: (key: string) => void;
}

interface Line {
  readonly key: string;
  readonly label: string;
  readonly words: string;
  readonly isSure: boolean;
}

const nameOf = (named: GuessedName): string =>
  [
    [named.titleBefore, named.name].filter(Boolean).join(' ') +
      (named.titleAfter === '' ? '' : `, ${named.titleAfter}`),
    named.position,
    named.organization,
  ]
    .filter(Boolean)
    .join(' · ');

const firstWords = (block: GuessedBlock): string =>
  block.type === 'agendaItem' ? block.text : (block.paragraphs[0] ?? '');

/** Who was found in the original and what of it became minutes; each shows where it stands. */
export function RecognisedLists({ guess, activeKey, onLook }: RecognisedListsProps) {
  const { t } = useTranslation('imports');
  const attendance = guess.attendance.map((line, index): Line => {
    const facts = [line.role, line.presence, line.headCount].filter((fact) => fact !== null);
    return {
      key: `attendance-${index}`,
      label: facts.join(', '),
      words: nameOf(line),
      isSure: line.confidence === 'pasti',
    };
  });
  const blocks = guess.blocks.map((block, index): Line => {
    const speaker = block.type === 'statement' ? speakerOf(block.speaker) : '';
    return {
      key: `block-${index}`,
      label: t(`mark_${block.type}`),
      words: speaker === '' ? firstWords(block) : `${speaker}: ${firstWords(block)}`,
      isSure: block.confidence === 'pasti',
    };
  });
  function speakerOf(index: number | null): string {
    const speaker = index === null ? undefined : guess.speakers[index];
    return speaker === undefined ? t('speakerUnknown') : speaker.name || nameOf(speaker);
  }
  return (
    <>
      <Lines
        title={
          attendance.length === 0
            ? t('attendanceNone')
            : t('attendanceTitle', { count: attendance.length })
        }
        lines={attendance}
        activeKey={activeKey}
        onLook={onLook}
      />
      <Lines
        title={blocks.length === 0 ? t('minutesNone') : t('minutesTitle', { count: blocks.length })}
        lines={blocks}
        activeKey={activeKey}
        onLook={onLook}
      />
      {guess.unrecognised.length > 0 && (
        <p className="imports-review-said">
          {t('unrecognised', { count: guess.unrecognised.length })}
        </p>
      )}
    </>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly activeKey: string | null;
  readonly onLook: (key: string) => void;
}

function Lines({ title, lines, activeKey, onLook }: LinesProps): ReactNode {
  const { t } = useTranslation('imports');
  const shown = lines.slice(0, MOST_SHOWN);
  const chosen = shown.some(({ key }) => key === activeKey) ? activeKey : null;
  return (
    <section className="imports-review-list">
      <h3>{title}</h3>
      {shown.length > 0 && (
        <ListBox
          aria-label={title}
          className="imports-review-lines"
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={chosen === null ? [] : [chosen]}
          onSelectionChange={(keys) => {
            const key = shown.find((line) => keys !== 'all' && keys.has(line.key))?.key;
            if (key !== undefined) onLook(key);
          }}
          items={shown}
        >
          {(line) => (
            <ListBoxItem id={line.key} textValue={line.words} className="imports-review-line">
              <span className="imports-review-line-words">{line.words}</span>
              <span className="imports-review-line-label">
                {[line.label, line.isSure ? '' : t('dugaanShort')].filter(Boolean).join(' · ')}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      )}
      {lines.length > shown.length && (
        <p className="imports-review-said">{t('more', { count: lines.length - shown.length })}</p>
      )}
    </section>
  );
}
