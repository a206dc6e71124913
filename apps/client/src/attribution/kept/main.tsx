/** Mounts the page people keep. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { LanguageProvider } from '../../platform/language.tsx';
import { KeptPage } from './kept-page.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <KeptPage />
    </LanguageProvider>
  </StrictMode>,
);
