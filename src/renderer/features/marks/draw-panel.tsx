import { Eraser, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.tsx';
import { InkPad } from './ink/ink-pad.tsx';
import type { Ink } from './ink/use-ink.ts';
import { useInkKeys } from './ink/use-ink.ts';

interface DrawPanelProps {
  readonly ink: Ink;
  readonly label: string;
}

/** The pad with its steps back and forth. */
export function DrawPanel({ ink, label }: DrawPanelProps) {
  const { t } = useTranslation('marks');
  useInkKeys(ink);
  return (
    <div className="mark-draw">
      <InkPad strokes={ink.strokes} onStroke={ink.add} label={label} />
      <div className="mark-draw-tools">
        <Button isDisabled={!ink.canUndo} onPress={ink.undo}>
          <Undo2 size={16} aria-hidden />
          {t('undo')}
        </Button>
        <Button isDisabled={!ink.canRedo} onPress={ink.redo}>
          <Redo2 size={16} aria-hidden />
          {t('redo')}
        </Button>
        <Button isDisabled={ink.strokes.length === 0} onPress={ink.clear}>
          <Eraser size={16} aria-hidden />
          {t('clear')}
        </Button>
      </div>
    </div>
  );
}
