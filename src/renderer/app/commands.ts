import { useLayoutEffect, useRef } from 'react';

import type { CommandId } from '../../shared/contract/commands.ts';

export type CommandHandlers = Partial<Readonly<Record<CommandId, () => void>>>;

/** The handlers of what is on screen now; the newest registration of a command answers. */
export interface CommandRegistry {
  readonly register: (handlers: CommandHandlers) => () => void;
  /** Runs a command; false where nothing on screen answers to it. */
  readonly run: (command: CommandId) => boolean;
}

export function createCommandRegistry(): CommandRegistry {
  let layers: readonly CommandHandlers[] = [];
  return {
    register: (handlers) => {
      layers = [handlers, ...layers];
      return () => {
        layers = layers.filter((layer) => layer !== handlers);
      };
    },
    run: (command) => {
      const handler = layers.find((layer) => layer[command] !== undefined)?.[command];
      handler?.();
      return handler !== undefined;
    },
  };
}

/** Answers commands for as long as a component is shown, always with its newest handlers. */
export function useCommands(registry: CommandRegistry, handlers: CommandHandlers): void {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  useLayoutEffect(() => {
    const ids = Object.keys(latest.current) as CommandId[];
    return registry.register(
      Object.fromEntries(ids.map((id) => [id, () => latest.current[id]?.()])),
    );
  }, [registry]);
}
