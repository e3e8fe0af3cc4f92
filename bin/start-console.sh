# Sourced by the two scripts `pickglass`, in the project and in the archive (plain bash 3.2).
#
# set_console HOME JAR...: sets the array `console` to the command line of the console of that
# installation, without arguments. Needs JDK (see find-jdk.sh).
#
# The JVM starts twice as fast with an archive of classes that are already read, checked and linked.
# It is only good for these jars and this JDK, so it is made here, in the user's cache directory: in
# the background, the first time somebody is at a prompt. Whatever goes wrong with it, the console
# starts as it would without.
# PICKGLASS_ARCHIVE=off neither makes nor uses one.

set_console() {
  local home=$1 jar path='' key dir file
  shift
  for jar in "$@"; do
    path=${path:+$path:}$jar
  done
  # A client starts often and lives briefly: the cheap collector and the quick compiler.
  console=("$JDK/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1
    --enable-native-access=ALL-UNNAMED -Dpickglass.home="$home" -cp "$path")
  dir=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/pickglass
  if [ "${PICKGLASS_ARCHIVE:-}" != off ] && [ "${dir#/}" != "$dir" ]; then
    key=$({ ls -lnL "$@" && cat "$JDK/release"; } 2>/dev/null | cksum)
    file=$dir/console-${key%% *}.aot
    if [ -f "$file" ]; then
      # Silently: it says when an archive is not for this JVM, and there is nothing to be done.
      console+=(-XX:AOTCache="$file" -Xlog:disable)
    elif [ -t 0 ] && [ -t 1 ]; then
      make_archive "$dir" "$file" </dev/null >/dev/null 2>&1 &
    fi
  fi
  console+=(io.pickglass.repl.Main)
}

# One at a time; one that was killed while it made it is forgotten after ten minutes.
make_archive() {
  local dir=$1 file=$2 making=$2.making old
  trap '' HUP INT
  umask 077
  mkdir -p "$dir" || return
  find "$making" -prune -mmin +10 -exec rm -rf {} +
  mkdir "$making" || return
  nice -n 19 "${console[@]}" -XX:AOTCacheOutput="$making/console.aot" -Djdk.attach.allowAttachSelf=true \
    io.pickglass.repl.Rehearsal
  [ -s "$making/console.aot" ] && mv -f "$making/console.aot" "$file"
  rm -rf "$making"
  # Each build has its own: the newest few stay.
  ls -t "$dir"/console-*.aot | tail -n +5 | while IFS= read -r old; do rm -f "$old"; done
}
