import { lazy, Suspense, useCallback, useState } from 'react';
import { useSize } from '../viz/useSize';
import { Announcer } from './frame/Announcer';
import { Drawer } from './frame/Drawer';
import { Index } from './frame/Index';
import { KeysDialog } from './frame/KeysDialog';
import { Message } from './frame/Message';
import { useIsBench } from './frame/place';
import { SamplingButton, SamplingControl } from './frame/SamplingControl';
import { TapeRow } from './frame/TapeRow';
import { useTheme } from './frame/theme';
import { TopBar } from './frame/TopBar';
import { Transport } from './frame/Transport';
import { TryThis } from './frame/TryThis';
import { TurnIt } from './frame/TurnIt';
import { useKeys } from './frame/useKeys';
import { useNarrow } from './frame/useNarrow';
import { TapeContext, useTape } from './frame/useTape';
import { SCENES } from './scenes/registry';
import { useApp } from './store/store';
import { useText } from './text';

const METAS = SCENES.map((s) => s.meta);

/** Fetched when it is first opened. */
const BenchPage = lazy(() => import('./bench/BenchPage'));

/** The page: the scenes, or the benchmark. */
export function App() {
  useTheme(useApp((s) => s.theme));
  if (!useIsBench()) return <ScenePage />;
  return (
    <Suspense>
      <BenchPage />
    </Suspense>
  );
}

/** One frame, and in it the scene that the reader has chosen. */
function ScenePage() {
  const text = useText();
  const [id, setId] = useState(SCENES[0].meta.id);
  const [keysOpen, setKeysOpen] = useState(false);
  const [tapeBox, tapeSize] = useSize<HTMLDivElement>();
  const tape = useTape(tapeSize.width);
  const narrow = useNarrow();
  const playing = useApp((s) => s.playing);
  useKeys(useCallback(() => setKeysOpen(true), []));
  const scene = SCENES.find((s) => s.meta.id === id) ?? SCENES[0];
  return (
    <TapeContext value={tape}>
      <scene.Provider key={scene.meta.id}>
        <div className={playing ? 'app playing' : 'app'}>
          <a className="skip" href="#figure">
            {text.bar.skip}
          </a>
          <TopBar onKeys={() => setKeysOpen(true)} />
          {!narrow && <Transport />}
          <TapeRow box={tapeBox} />
          <SamplingControl />
          <Index scenes={METAS} current={scene.meta.id} onChoose={setId} />
          <main id="figure" className="stage" tabIndex={-1}>
            {tapeSize.width > 0 && <scene.Figure />}
          </main>
          <aside className="side">
            <scene.Aside />
            <hr />
            {!narrow && (
              <>
                <TurnIt />
                <hr />
              </>
            )}
            <TryThis steps={scene.tour} />
          </aside>
          <Drawer scene={scene} />
          {narrow && (
            <div className="thumb">
              <TurnIt
                beside={
                  <>
                    <Transport />
                    <SamplingButton />
                  </>
                }
              />
            </div>
          )}
        </div>
        <Message />
        <Announcer />
        <KeysDialog open={keysOpen} onOpenChange={setKeysOpen} />
      </scene.Provider>
    </TapeContext>
  );
}
