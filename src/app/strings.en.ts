import { benchWords } from './strings.bench.en';
import { driverWords } from './strings.driver.en';
import { hoverWords } from './strings.instruments.en';

/**
 * Every word of the page in English; prose of the scenes lives beside them. `{h}`, `{Delta}` … stand
 * for a symbol in its hue, `*…*` for emphasis: see frame/Rich.tsx.
 */
export const en = {
  name: 'Inside Mamba',
  language: 'en',
  hover: hoverWords,

  bar: {
    model: (kind: string, size: string, layers: number) => ({
      kind,
      rest: `${size}, ${layers} layers`,
    }),
    modelLabel: 'Model',
    prompt: 'Prompt',
    theme: { label: 'Theme', system: 'System', light: 'Light', dark: 'Dark' },
    fullScreen: 'Full screen',
    leaveFullScreen: 'Leave full screen',
    figureFull: 'This figure on the whole screen',
    keys: 'Keys',
    skip: 'Skip to the figure',
  },

  models: {
    title: 'Which model reads',
    about: {
      Mamba: 'Δ, B and C depend on the word: it selects.',
      'Mamba-2': 'One decay for each head, and a larger state.',
      S4D: 'Δ, B and C are the same at every word.',
    } as Record<string, string | undefined>,
    note: 'All three have learned from the same stories. Your text and settings stay.',
  },
  share: {
    button: 'Copy the link to this picture',
    copied: 'Link copied',
    failed: 'The browser did not allow copying. The address bar holds the link.',
  },

  prompt: {
    title: 'Start from your own words',
    label: 'Prompt',
    hint: 'The model has read short stories for children. It goes on from where you stop.',
    examples: 'Or from one of these',
    use: 'Use this prompt',
    shortcut: 'Ctrl or ⌘ + Enter',
    close: 'Close',
  },
  examples: [
    {
      name: 'Lily’s red ball',
      text: 'Once upon a time, there was a little girl named Lily. She had a red ball and loved to play with it in the park. One day, Tom took the ball and Lily was sad. "Please give me my',
    },
    { name: 'Once upon a time', text: 'Once upon a time' },
    {
      name: 'The lost cat',
      text: 'Tom had a small cat named Sam. One night, Sam did not come home. Tom looked under the bed, but',
    },
    {
      name: 'A rainy day',
      text: 'It was a rainy day. Anna wanted to go out and play, but her mom said',
    },
  ],

  device: {
    recorded: 'Recorded run',
    recordedWhy:
      'What you see was computed by this very model and recorded. The live model takes over as soon as it is loaded.',
    webgpu: (adapter: string) => (adapter ? `WebGPU · ${adapter}` : 'WebGPU'),
    cpu: (runtime: string) => `CPU · ${runtime}`,
    none: 'No device yet',
    webgpuWhat: 'The model runs in this page, on your graphics processor.',
    cpuWhat: 'The model runs in this page, on your processor.',
    label: (badge: string) => `Computed on: ${badge}. What is this?`,
    measure: 'Measure this device',
  },

  transport: {
    label: 'Playback',
    back: 'Step back',
    play: 'Play: let the model write',
    pause: 'Pause',
    step: 'Step: next word',
  },

  tape: {
    heading: 'Text, word by word',
    label: 'The text. Left and right arrows step through its words.',
    minimap: 'Scroll the text',
    next: '?',
    nextLabel: 'Place of the next word',
    cameLabel: 'next came',
    lineBreak: 'new line',
    space: 'space',
    joint: 'part of a character that the next token completes',
    part: 'part of a character',
    marks: {
      '.': 'full stop',
      ',': 'comma',
      '!': 'exclamation mark',
      '?': 'question mark',
      ':': 'colon',
      ';': 'semicolon',
      '"': 'quotation mark',
      '“': 'quotation mark',
      '”': 'quotation mark',
      "'": 'apostrophe',
      '’': 'apostrophe',
      '-': 'hyphen',
      '—': 'dash',
      '(': 'bracket',
      ')': 'closing bracket',
      '…': 'ellipsis',
    } as Record<string, string | undefined>,
    end: 'end of the text',
    tint: {
      surprise: 'surprise',
      delta: 'mean Δ',
      unit: { surprise: 'bits', delta: '' },
      shown: { surprise: 'surprise', delta: 'mean {Delta}' },
      switch: (now: string, then: string) => `Words are tinted by ${now}. Tint them by ${then}.`,
    },
    at: (word: string, index: number, total: number) => `“${word}”, word ${index} of ${total}`,
    bits: (bits: string) => `surprise ${bits} bits`,
    ended: 'the end',
  },

  sampling: {
    heading: 'How the next word is drawn',
    temperature: 'temperature',
    topK: 'top-k',
    topP: 'top-p',
    seed: 'seed',
    pace: 'pace',
    greedy: '0 (greedy)',
    off: 'off',
    paceNow: (pace: number) =>
      pace === Infinity ? 'as fast as it goes' : `${pace} tokens a second`,
    measured: (rate: string) => `${rate} tokens/s measured`,
    change: 'Change how the next word is drawn',
    newSeed: 'New seed',
    about: {
      temperature:
        '0 always takes the likeliest word; 1 draws as the model believes; more is bolder.',
      topK: 'Keep only the k likeliest words. 0 keeps all.',
      topP: 'Keep the likeliest words that together reach p. 1 keeps all.',
      seed: 'The same seed draws the same words again.',
      pace: 'How fast it plays.',
    },
    problems: {
      temperature: 'A number from 0 to 2, please.',
      topK: (max: string) => `A whole number from 0 to ${max}, please.`,
      topP: 'A number from 0.05 to 1, please.',
      seed: 'A whole number from 0 to 4,294,967,295, please.',
    },
    kept: (value: string) => `Still ${value}.`,
    instead: (typed: string, value: string) => `${value}, in place of “${typed}”.`,
  },

  turn: {
    heading: 'Turn it',
    reset: 'reset',
    factor: (symbol: string) => `${symbol} times`,
    scope: 'Where',
    /** What less and more of a symbol make of the state, in a word each. */
    ends: {
      delta: { less: 'skip', more: 'write' },
      A: { less: 'hold', more: 'forget' },
    },
    freeze: 'Freeze to its mean',
    freezeOf: (letter: string) => `Freeze ${letter} to its mean over the prompt`,
    letters: { delta: 'Δ', B: 'B', C: 'C' },
    frozen: (letters: string) => `${letters} frozen`,
    nothingToFreeze: 'Nothing to freeze: Δ, B and C of S4D are the same at every word.',
    inLayer: (layer: number) => `in layer ${layer}`,
    inAll: 'in all layers',
    /** What is turned, short enough for a gutter: “A × 16”. */
    what: (symbol: string, factor: string) => `${symbol} × ${factor}`,
  },

  /** What changed, for those who cannot see it. */
  changes: {
    untouched: 'The live model, untouched.',
    same: 'the text stays the same.',
    differs: (before: string, yours: string) => `the text parts at “${before}”, now “${yours}”.`,
    next: (word: string, before: string, yours: string) =>
      `Likeliest next: ${word}, ${yours}, before ${before}.`,
  },

  tryThis: { heading: 'Try this', done: 'done', todo: 'to do' },

  status: {
    loading: (done: string, total: string | null) => (total ? `${done} of ${total}` : done),
    percent: (p: number) => `${p}%`,
    cancel: 'Cancel',
    retry: 'Try again',
    chooseCpu: 'Go on with the CPU',
    load: 'Load the model',
    dismiss: 'Close this message',
    more: 'Why?',
    progress: (done: string, total: string) => `${done} of ${total}`,
    label: 'Status',
  },

  drawer: {
    label: 'Behind the figure',
    concept: 'Concept',
    maths: 'Maths',
    code: 'Code',
    when: { many: 'of many words at once', one: 'of one word' },
    codeIntro: 'is the very file that computes what you see.',
    line: 'line',
    file: 'File',
    missing: 'The file could not be read.',
    copy: 'copy',
    copied: 'copied',
    close: 'Close',
  },

  prose: { notYet: 'comes with the model' },

  /** In place of a figure that cannot be drawn from the recorded run. */
  needsModel: {
    title: (scene: string) => `${scene} looks inside the running model`,
    loading: 'It is on its way. Until it is here, Generate shows a recorded run.',
    failed: 'The model is not loaded.',
    reading: 'The model is reading the text.',
  },
  sceneFailed: {
    title: 'This scene could not be fetched',
    advice: 'Perhaps the network is away. Try again in a moment.',
  },

  keys: {
    title: 'Keys',
    close: 'Close',
    list: [
      ['← →', 'one word back, one word on'],
      ['Home End', 'first word, last word'],
      ['Space', 'play or pause'],
      ['[ ]', 'one layer down, one layer up'],
      ['↑ ↓', 'one channel back, one channel on'],
      ['Shift + arrow', 'larger steps on sliders and on the state'],
      ['1 … 9 0', 'the scenes, by their number'],
      ['Esc', 'close a sheet, leave full screen'],
      ['?', 'this list'],
    ],
  },

  index: { label: 'Scenes' },

  bench: benchWords,
  driver: driverWords,
};

export type Strings = typeof en;
