import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App as Page } from './App';
import { AppContext, type App } from './store/store';
import './styles/styles';

/** Puts the page into the document. */
export function mount(app: App): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root.');
  createRoot(root).render(
    <StrictMode>
      <AppContext value={app}>
        <Page />
      </AppContext>
    </StrictMode>,
  );
}
