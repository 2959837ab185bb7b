/** How people write that somebody can begin at once, without accents; in the languages that headers are understood in. */
const phrases = new Set(
  [
    "immediately|immediate|immediate start|available immediately|immediately available|available now|available|now|asap|at once|right away",
    "as soon as possible|sofort|ab sofort|per sofort|sofort verfugbar|umgehend|schnellstmoglich|immediat|immediatement|disponible",
    "disponible immediatement|de suite|tout de suite|des maintenant|des que possible|inmediata|inmediato|inmediatamente",
    "de inmediato|disponibilidad inmediata|incorporacion inmediata|ya|ahora|cuanto antes|subito|da subito|immediata|immediato",
    "immediatamente|disponibilita immediata|direct|per direct|direct beschikbaar|onmiddellijk|nu|imediato|imediata|imediatamente",
    "de imediato|disponibilidade imediata|agora|od zaraz|zaraz|natychmiast|natychmiastowa|od reki",
  ].flatMap((some) => some.split("|")),
)

/** Whether a text, in lower case and without accents, says that somebody can begin at once. */
export const isAtOnce = (text: string): boolean => phrases.has(text.replace(/[\s.!]+/g, " ").trim())
