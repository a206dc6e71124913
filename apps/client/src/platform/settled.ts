/** What somebody types, once she pauses: what is worth asking the server about. */
import { useEffect, useState } from 'react';

export function useSettled<V>(value: V, pause = 300): V {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
