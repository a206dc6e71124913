/** « Mes idées », composed with what came of them. */
import { MyImpact } from './lineage/my-impact.tsx';
import { MinePage } from './mine/mine-page.tsx';

export function MineScreen() {
  return <MinePage impact={<MyImpact />} />;
}
