import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { LetterheadSettings } from '../../../shared/official/office-settings.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Line = LetterheadSettings['lines'][number];
type Lines = readonly Line[];

const SIZES = ['besar', 'sedang', 'kecil'] as const;
const MOST_LINES = 8;
const LONGEST_LINE = 300;

interface LetterheadLinesProps {
  readonly lines: Lines;
  readonly name: string;
  readonly address: string;
  readonly onChange: (lines: Lines) => void;
}

const newLine = (text = '', size: Line['size'] = 'kecil'): Line => ({
  text,
  size,
  isBold: size !== 'kecil',
});

const swapped = (lines: Lines, from: number, to: number): Lines =>
  lines.map((line, index) => {
    if (index === from) return lines[to] ?? line;
    return index === to ? (lines[from] ?? line) : line;
  });

/** The lines of a letterhead from the top, each with its size. */
export function LetterheadLines({ lines, name, address, onChange }: LetterheadLinesProps) {
  const { t } = useTranslation('office');
  const list = useRef<HTMLDivElement>(null);
  /** What takes the focus once the lines stand in their new order. */
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    list.current?.querySelector<HTMLElement>(next.current)?.focus();
    next.current = null;
  });

  const change = (changed: Lines, focus: string | null = null): void => {
    next.current = focus;
    onChange(changed);
  };
  const setLine = (at: number, changes: Partial<Line>): void =>
    change(lines.map((line, index) => (index === at ? { ...line, ...changes } : line)));
  const textOf = (index: number): string => `[data-line="${index}"] input[type="text"]`;
  const move = (from: number, to: number): void => {
    const isAtEnd = to === 0 || to === lines.length - 1;
    const isUp = to < from;
    // At an end its button goes out of use: then the line goes on with its text.
    change(
      swapped(lines, from, to),
      isAtEnd ? textOf(to) : `[data-line="${to}"] [data-move="${isUp ? 'up' : 'down'}"]`,
    );
  };
  const remove = (at: number): void =>
    change(
      lines.filter((_, index) => index !== at),
      lines.length === 1 ? '[data-add]' : textOf(Math.min(at, lines.length - 2)),
    );
  const add = (): void => change([...lines, newLine()], textOf(lines.length));
  const fill = (): void =>
    change(
      [
        newLine(name.toLocaleUpperCase('id'), 'besar'),
        ...(address.trim() === '' ? [] : [newLine(address)]),
      ],
      textOf(0),
    );

  return (
    <Group ref={list} className="office-lines" aria-label={t('lines')}>
      <h3 className="office-heading">{t('lines')}</h3>
      {lines.length === 0 && <p className="field-help">{t('linesEmpty')}</p>}
      {lines.map((line, index) => {
        const number = String(index + 1);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a line is nothing but its place
          <div key={index} className="office-line" data-line={index}>
            <TextField
              label={t('lineText', { number })}
              isLabelHidden
              className="office-line-text"
              maxLength={LONGEST_LINE}
              value={line.text}
              onChange={(text) => setLine(index, { text })}
            />
            <Select<Line['size']>
              label={t('lineSize', { number })}
              isLabelHidden
              className="office-line-size"
              options={SIZES.map((value) => ({ value, label: t(`size_${value}`) }))}
              value={line.size}
              onChange={(size) => setLine(index, { size })}
            />
            <Checkbox
              aria-label={t('boldLine', { number })}
              isSelected={line.isBold}
              onChange={(isBold) => setLine(index, { isBold })}
            >
              {t('bold')}
            </Checkbox>
            <Button
              isIcon
              variant="quiet"
              data-move="up"
              aria-label={t('moveUp', { number })}
              isDisabled={index === 0}
              onPress={() => move(index, index - 1)}
            >
              <ArrowUp size={16} aria-hidden />
            </Button>
            <Button
              isIcon
              variant="quiet"
              data-move="down"
              aria-label={t('moveDown', { number })}
              isDisabled={index === lines.length - 1}
              onPress={() => move(index, index + 1)}
            >
              <ArrowDown size={16} aria-hidden />
            </Button>
            <Button
              isIcon
              variant="quiet"
              aria-label={t('removeLine', { number })}
              onPress={() => remove(index)}
            >
              <X size={16} aria-hidden />
            </Button>
          </div>
        );
      })}
      <div className="office-buttons">
        <Button data-add isDisabled={lines.length >= MOST_LINES} onPress={add}>
          {t('addLine')}
        </Button>
        {lines.length === 0 && name.trim() !== '' && (
          <Button onPress={fill}>{t('fillLines')}</Button>
        )}
      </div>
    </Group>
  );
}
