import type { SelfTestMessages } from './messages.js';

export const es: SelfTestMessages = {
  language: 'es',
  title: 'Autodiagnóstico',
  running: 'Comprobando…',
  verdict: {
    good: 'Este dispositivo sirve como pantalla',
    limited: 'Este dispositivo funciona, con limitaciones',
    bad: 'Hay algo que resolver',
  },
  code: 'Código para soporte',
  back: 'Volver a la pantalla',
  again: 'Comprobar de nuevo',
  hint: 'Flechas y OK. La pantalla vuelve sola a los {minutes} minutos.',
  names: {
    server: 'Servidor',
    path: 'Camino al servidor',
    socket: 'Cambios en directo',
    clock: 'Reloj',
    restart: 'Tras un corte de luz',
    storage: 'Memoria del dispositivo',
    space: 'Espacio',
    engine: 'Navegador',
    sound: 'Timbres',
    scripts: 'Letras',
  },
  texts: {
    server: {
      reachable: 'El servidor responde.',
      unreachable: 'El servidor no responde. Revise la red. La pantalla sigue funcionando.',
      intercepted: 'Otra cosa responde en su lugar: una página de acceso o un filtro.',
    },
    path: {
      clean: 'Sin indicios de filtro ni de inspección TLS.',
      plain: 'Solo http: otros pueden leerlo y cambiarlo. Mejor https.',
      proxied: 'Hay un proxy que el servidor no conoce. Puede haber inspección TLS.',
      altered: 'Un filtro cambia las páginas: posible inspección TLS. Pida excluir la dirección.',
      untrusted:
        'El proxy del propio servidor no está configurado: su responsable debe fijar TRUST_PROXY.',
    },
    socket: {
      open: 'El socket está abierto: los cambios llegan en segundos.',
      blocked: 'El socket está bloqueado: los cambios tardan hasta 45 segundos.',
    },
    clock: {
      right: 'En hora. Zona: {zone}.',
      off: 'Difiere {minutes} min. La pantalla sigue la hora del servidor.',
      wrong: 'Difiere más de un día: https puede fallar. Ajuste el reloj.',
    },
    restart: {
      device: 'Nivel 1: arranca sin red, desde este dispositivo.',
      cache: 'Nivel 2: con http arranca desde la caché del navegador, si la conserva.',
      server: 'Nivel 3: solo arranca si el servidor responde.',
    },
    storage: {
      worker: 'El contenido se guarda dos veces.',
      database: 'El contenido solo se guarda en la base de datos.',
      local: 'Poco espacio: se guardan textos, no imágenes.',
      memory: 'No se guarda nada. Al reiniciar necesita el servidor.',
    },
    space: {
      ample: '{free} libres para imágenes y vídeos.',
      low: 'Solo {free} libres. Pueden faltar imágenes y vídeos.',
    },
    engine: {
      current: '{engine}: tiene todo lo necesario.',
      aged: '{engine}: antiguo, pero admitido.',
      unsupported: '{engine}: no admitido. Use un stick o un miniordenador.',
    },
    sound: {
      plays: 'Pueden sonar sin tocar la página.',
      muted: 'En silencio hasta que alguien toque. Permita la reproducción automática.',
      absent: 'Este navegador no emite sonido.',
    },
    scripts: {
      drawn: 'Las letras árabes y turcas se ven bien.',
      unshaped: 'Las letras árabes no se unen. Hace falta un navegador más nuevo.',
      missing: 'Faltan letras: no llegaron las fuentes.',
    },
  },
  untested: 'No se puede comprobar por ahora.',
  soundUntested: 'No se puede comprobar tras pulsar una tecla. Abra {address}.',
};
