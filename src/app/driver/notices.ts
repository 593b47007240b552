import type { Problem } from '../../engine/host/api';
import { en } from '../strings.en';
import type { Misunderstood } from '../address/address';
import type { Notice, Phase } from '../store/state';

const shorten = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** What the driver has to say, in the page's words. */
export const notices = {
  loading: en.driver.loading,
  reading: en.driver.reading,
  lookingBack: en.driver.lookingBack,
  readingInside: en.driver.readingInside,
  emptyPrompt: en.driver.emptyPrompt,
  longPrompt: en.driver.longPrompt,
  cpuAfterLoss: en.driver.cpuAfterLoss,
  sceneFailed: { tone: 'problem', ...en.sceneFailed } satisfies Notice,
  ended: { tone: 'info', ...en.driver.ended } satisfies Notice,

  deviceBack: (reason: string, onCpu: boolean): Notice => ({
    tone: 'info',
    ...(onCpu ? en.driver.lostTwice : en.driver.deviceBack)(reason),
  }),

  /** Fields of the address that made no sense. */
  misunderstood: (fields: readonly Misunderstood[]): Notice => ({
    tone: 'info',
    stays: true,
    title: en.driver.misunderstood.title,
    advice: en.driver.misunderstood.advice(
      fields
        .slice(0, 5)
        .map(({ name, text }) => en.driver.misunderstood.field(name, shorten(text))),
      fields.length > 5,
    ),
  }),

  /** What of the reader's settings the new model does not have. */
  adapted: (kind: string, news: readonly string[]): Notice => ({
    tone: 'info',
    title: en.driver.adapted.title(kind),
    advice: news.join(' '),
  }),

  /** The other model has not come. */
  notSwitched: (kind: string, problem: Problem): Notice => ({
    tone: problem.kind === 'cancelled' ? 'info' : 'problem',
    title: en.driver.notSwitched.title(kind),
    advice: problem.kind === 'checkpoint' ? problem.message : en.driver.notSwitched.cancelled,
  }),

  /** Why nothing new can be computed now. */
  notReady: (phase: Phase, recorded: boolean): Notice => {
    if (phase.name !== 'failed')
      return { tone: 'info', ...(recorded ? en.driver.notYet : en.driver.loadingAgain) };
    const actions: Notice['actions'] = phase.offerCpu ? ['retry', 'chooseCpu'] : ['retry'];
    return { tone: 'info', ...en.driver.notLoaded, actions };
  },

  /** Something was changed before the model was there to follow. */
  kept: (phase: Phase, recorded: boolean): Notice =>
    phase.name === 'loading' && recorded
      ? { tone: 'info', ...en.driver.kept }
      : notices.notReady(phase, recorded),

  /** Why there is no live model, and what the reader can do. */
  failed: (problem: Problem): Phase => {
    if (problem.kind === 'cancelled')
      return { name: 'failed', cancelled: true, offerCpu: false, ...en.driver.cancelled };
    if (problem.kind === 'checkpoint') {
      const { title } = en.driver.checkpoint;
      return { name: 'failed', cancelled: false, offerCpu: false, title, advice: problem.message };
    }
    return {
      name: 'failed',
      cancelled: false,
      offerCpu: true,
      ...en.driver.unexpected(problem.message),
    };
  },
};
