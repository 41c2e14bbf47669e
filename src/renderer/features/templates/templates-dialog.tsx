import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { OfficeSummary } from '../../../shared/contract/office.ts';
import type { OfficeTemplateInfo } from '../../../shared/contract/templates.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { PlaceholderList } from './placeholder-list.tsx';
import { TemplateCard } from './template-card.tsx';
import { TemplatesState } from './templates-state.tsx';
import type { TemplatesOutcome } from './templates-state.tsx';
import './templates.css';

/** Stands for the own office among the choices. */
const OWN = 'own';
const idOf = ({ isOwn, organizationId }: OfficeSummary) => (isOwn ? null : organizationId);

/** The Word templates of an office: added, tried, removed, and the placeholders that they may hold. */
export function TemplatesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('templates');
  const queries = useQueryClient();
  const [office, setOffice] = useState<OfficeSummary['organizationId']>(null);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<TemplatesOutcome | null>(null);
  const [leaving, setLeaving] = useState<OfficeTemplateInfo | null>(null);
  const offices = useQuery({
    queryKey: ['office', 'list'],
    queryFn: () => api('office.list', {}),
  });
  const templates = useQuery({
    queryKey: ['templates', office],
    queryFn: () => api('templates.list', { organizationId: office }),
  });

  /** One thing at a time; how it ended is told where it was asked for, and a failure changes nothing. */
  const work = async (run: () => Promise<TemplatesOutcome | null>): Promise<void> => {
    setBusy(true);
    setOutcome(null);
    try {
      setOutcome(await run());
    } catch (error) {
      setOutcome({ type: 'failed', text: describeError(error) });
    } finally {
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['templates'] });
    }
  };
  const add = () =>
    work(async () => {
      const added = await api('templates.add', { organizationId: office });
      return added && { type: 'done', text: t('added', { name: added.name }) };
    });
  const saveStarter = () =>
    work(async () => {
      const saved = await api('templates.saveStarter', {});
      return saved && { type: 'saved', text: t('starterSaved', { fileName: saved.fileName }) };
    });
  const tryOut = ({ id }: OfficeTemplateInfo) =>
    work(async () => {
      const saved = await api('templates.trial', { id });
      return saved && { type: 'saved', text: t('trialSaved', { fileName: saved.fileName }) };
    });
  const remove = ({ id, name }: OfficeTemplateInfo) =>
    work(async () => {
      await api('templates.remove', { id });
      return { type: 'done', text: t('removed', { name }) };
    });

  const label = ({ isOwn, name }: OfficeSummary): string => {
    if (!isOwn) return name;
    return name === '' ? t('officeOwnUnnamed') : t('officeOwn', { name });
  };
  const list = templates.data ?? [];

  const templatesTab = () => (
    <div className="templates-tab">
      {(offices.data?.length ?? 0) > 1 && (
        <Select
          label={t('office')}
          options={(offices.data ?? []).map((one) => ({
            value: idOf(one) ?? OWN,
            label: label(one),
          }))}
          value={office ?? OWN}
          onChange={(key) => {
            const chosen = offices.data?.find((one) => (idOf(one) ?? OWN) === key);
            setOffice(chosen === undefined ? null : idOf(chosen));
            setOutcome(null);
          }}
        />
      )}
      {templates.isPending && <p className="page-loading">{t('loading')}</p>}
      {templates.isError && <p role="alert">{describeError(templates.error)}</p>}
      {templates.isSuccess && list.length === 0 && (
        <EmptyState level={2} title={t('emptyTitle')}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      )}
      {list.length > 0 && (
        <ul className="templates-list" aria-label={t('list')}>
          {list.map((template) => (
            <TemplateCard
              key={template.id}
              template={template}
              isBusy={isBusy}
              onUpdate={(changes) =>
                void work(async () => {
                  await api('templates.update', { id: template.id, ...changes });
                  return null;
                })
              }
              onTrial={() => void tryOut(template)}
              onRemove={() => setLeaving(template)}
            />
          ))}
        </ul>
      )}
    </div>
  );

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title')}
      size="large"
      actions={
        <>
          <TemplatesState outcome={outcome} />
          <Button isDisabled={isBusy} onPress={() => void saveStarter()}>
            {t('starter')}
          </Button>
          <span className="templates-space" />
          <Button onPress={onClose}>{t('close')}</Button>
          <Button variant="primary" isDisabled={isBusy} onPress={() => void add()}>
            {t(isBusy ? 'adding' : 'add')}
          </Button>
        </>
      }
    >
      <p className="field-help">{t('intro', { example: '{{notula.isi}}' })}</p>
      <Tabs
        label={t('title')}
        onChange={() => setOutcome(null)}
        tabs={[
          { id: 'templates', title: t('tabTemplates'), content: templatesTab },
          {
            id: 'placeholders',
            title: t('tabPlaceholders'),
            content: () => <PlaceholderList onOutcome={setOutcome} />,
          },
        ]}
      />
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t('removeTitle', { name: leaving?.name ?? '' })}
        confirmLabel={t('remove')}
        cancelLabel={t('cancel')}
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          setLeaving(null);
          if (leaving !== null) void remove(leaving);
        }}
      >
        {t('removeText')}
      </ConfirmDialog>
    </Dialog>
  );
}
