import { Eraser, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.tsx';
import type { Ink } from './ink/use-ink.ts';
import { InkPad } from './ink/ink-pad.tsx';

interface DrawPanelProps {
  readonly ink: Ink;
  readonly label: string;
}

/** The pad with its steps back and forth. */
export function DrawPanel({ ink, label }: DrawPanelProps) {
  const { t } = useTranslation('marks');
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- safe: the keys belong to the buttons and the pad within
    <div className="mark-draw" onKeyDown={ink.onKeyDown}>
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
