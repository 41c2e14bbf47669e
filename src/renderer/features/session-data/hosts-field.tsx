import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';

import type { Session } from '../../../shared/minutes/session.ts';
import { api } from '../../api/client.ts';
import { FreeComboBox } from '../../ui/combo-box.tsx';
import { FieldState } from './field-state.tsx';
import { OpenFields } from './open-fields.ts';
import type { DraftState } from './use-draft.ts';
import type { SaveSession } from './use-save-session.ts';

interface HostsFieldProps {
  readonly session: Session;
  readonly save: SaveSession;
  readonly isReadOnly: boolean;
}

const known = (hosts: Session['hosts']) => hosts.map(({ organizationId }) => ({ organizationId }));

/** The organizations that hold the session; names not known yet become organizations. */
export function HostsField({ session, save, isReadOnly }: HostsFieldProps) {
  const { t } = useTranslation('session-data');
  const organizations = useQuery({
    queryKey: ['people', 'organizations'],
    queryFn: () => api('organizations.list', {}),
  });
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [state, setState] = useState<DraftState>('idle');
  const names = session.hosts.map((host) => host.name);
  const suggestions = (organizations.data ?? [])
    .map((organization) => organization.name)
    .filter((name) => !names.includes(name));

  /** Answers whether it was saved. */
  async function change(changesOf: Parameters<SaveSession>[0], typed: string): Promise<boolean> {
    setState('saving');
    const problem = await save(changesOf);
    setError(problem);
    setState(problem === null ? 'saved' : 'idle');
    if (problem !== null) setText(typed);
    return problem === null;
  }

  function add(typed: string): Promise<boolean> {
    const name = typed.trim();
    setText('');
    if (name === '') return Promise.resolve(true);
    return change(({ hosts }) => ({ hosts: [...known(hosts), { name }] }), typed);
  }

  const addTyped = useRef(() => add(text));
  useEffect(() => {
    addTyped.current = () => add(text);
  });
  const openFields = useContext(OpenFields);
  useEffect(() => {
    const saveNow = (): Promise<boolean> => addTyped.current();
    openFields.add(saveNow);
    return () => {
      openFields.delete(saveNow);
    };
  }, [openFields]);

  function remove(removed: ReadonlySet<unknown>): void {
    void change(
      ({ hosts }) => ({
        hosts: known(hosts.filter((host) => !removed.has(host.organizationId))),
      }),
      text,
    );
  }

  return (
    <div className="session-field session-wide">
      {session.hosts.length > 0 && (
        <TagGroup
          aria-label={t('hostsList')}
          selectionMode="none"
          {...(isReadOnly ? {} : { onRemove: remove })}
        >
          <TagList className="session-hosts" items={session.hosts}>
            {(host) => (
              <Tag id={host.organizationId} textValue={host.name} className="session-host">
                {host.name}
                {!isReadOnly && (
                  <Button
                    slot="remove"
                    className="session-host-remove"
                    aria-label={t('removeHost', { name: host.name })}
                  >
                    <X size={12} aria-hidden />
                  </Button>
                )}
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      {!isReadOnly && (
        <FreeComboBox
          label={session.hosts.length === 0 ? t('hosts') : t('addHost')}
          suggestions={suggestions}
          placeholder={t('hostsHint')}
          value={text}
          error={error}
          onInputChange={(typed) => {
            setText(typed);
            setError(null);
          }}
          onCommit={(typed) => void add(typed)}
          onEscape={() => {
            const hadText = text !== '';
            setText('');
            return hadText;
          }}
        />
      )}
      <FieldState state={state} />
    </div>
  );
}
