import type { SelfTestMessages } from './messages.js';

export const fr: SelfTestMessages = {
  language: 'fr',
  title: 'Autotest',
  running: 'Test en cours…',
  verdict: {
    good: 'Cet appareil convient comme écran',
    limited: 'Cet appareil fonctionne, avec des limites',
    bad: 'Il y a quelque chose à régler',
  },
  code: 'Code pour l’assistance',
  back: 'Retour à l’écran',
  again: 'Tester à nouveau',
  hint: 'Flèches et OK. L’écran revient de lui-même après {minutes} minutes.',
  names: {
    server: 'Serveur',
    path: 'Chemin vers le serveur',
    socket: 'Mises à jour en direct',
    clock: 'Horloge',
    restart: 'Après une coupure de courant',
    storage: 'Mémoire de l’appareil',
    space: 'Espace',
    engine: 'Navigateur',
    sound: 'Sonneries',
    scripts: 'Lettres',
  },
  texts: {
    server: {
      reachable: 'Le serveur répond.',
      unreachable: 'Le serveur ne répond pas. Vérifiez le réseau. L’affichage continue.',
      intercepted: 'Autre chose répond à sa place\u00a0: page de connexion ou filtre.',
    },
    path: {
      clean: 'Aucun signe de filtre ni d’inspection TLS.',
      plain: 'Simple http\u00a0: d’autres peuvent lire et modifier. Préférez https.',
      proxied: 'Un proxy inconnu du serveur est sur le chemin. Inspection TLS possible.',
      altered:
        'Un filtre modifie les pages\u00a0: inspection TLS probable. Faites exempter l’adresse.',
      untrusted:
        'Le proxy du serveur lui-même n’est pas déclaré\u00a0: son responsable règle TRUST_PROXY.',
    },
    socket: {
      open: 'Le socket est ouvert\u00a0: changements en quelques secondes.',
      blocked: 'Le socket est bloqué\u00a0: les changements prennent jusqu’à 45 secondes.',
    },
    clock: {
      right: 'À l’heure. Fuseau\u00a0: {zone}.',
      off: 'Décalée de {minutes} min. L’écran suit l’heure du serveur.',
      wrong: 'Décalée de plus d’un jour\u00a0: https peut échouer. Réglez l’horloge.',
    },
    restart: {
      device: 'Niveau 1\u00a0: démarre sans réseau, depuis cet appareil.',
      cache: 'Niveau 2\u00a0: en http, démarre depuis le cache du navigateur, s’il l’a gardé.',
      server: 'Niveau 3\u00a0: ne démarre que si le serveur répond.',
    },
    storage: {
      worker: 'Le contenu est gardé en double.',
      database: 'Le contenu n’est gardé que dans la base de données.',
      local: 'Peu d’espace\u00a0: les textes restent, pas les images.',
      memory: 'Rien n’est gardé. Au redémarrage, il faut le serveur.',
    },
    space: {
      ample: '{free} libres pour images et vidéos.',
      low: 'Seulement {free} libres. Images et vidéos peuvent manquer.',
    },
    engine: {
      current: '{engine}\u00a0: a tout ce qu’il faut.',
      aged: '{engine}\u00a0: ancien, mais pris en charge.',
      unsupported: '{engine}\u00a0: non pris en charge. Utilisez une clé ou un mini-PC.',
    },
    sound: {
      plays: 'Peuvent sonner sans qu’on touche la page.',
      muted: 'Muettes tant qu’on ne touche pas la page. Autorisez la lecture automatique.',
      absent: 'Ce navigateur n’émet pas de son.',
    },
    scripts: {
      drawn: 'Lettres arabes et turques bien dessinées.',
      unshaped: 'Les lettres arabes ne se lient pas. Il faut un navigateur plus récent.',
      missing: 'Des lettres manquent\u00a0: les polices n’ont pas été chargées.',
    },
  },
  untested: 'Impossible à vérifier pour le moment.',
  soundUntested: 'Impossible à vérifier une fois une touche pressée. Ouvrez {address}.',
};
