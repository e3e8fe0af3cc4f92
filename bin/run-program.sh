# Sourced by the two scripts `pickglass` (plain bash 3.2, so that it also runs on macOS).
#
# run_or_console [ARGUMENT...]: becomes the program after `run ... --`, or the console.
run_or_console() {
  local word
  if [ "${1-}" = run ]; then
    for word in "$@"; do
      if [ "$word" = -- ]; then
        run_program "${console[@]}" "$@"
      fi
    done
  fi
  exec "${console[@]}" "$@"
}

# run_program CONSOLE... run [SETTING...] -- JAVA [ARGUMENT...]
#
# Asks the console (a command of any number of words, the last of which is `run`) for the options
# that JAVA needs, and becomes that program. Its own words never leave this shell, so they stay what
# they are. Where the console fails the program runs all the same, unless the words were wrong (2).
run_program() {
  local console=() options=() text code word
  while [ $# -gt 0 ] && [ "$1" != -- ]; do
    console+=("$1")
    shift
  done
  shift
  text=$("${console[@]}" --java="${1-}" </dev/null)
  code=$?
  case $code:$text in
    2:*) exit 2 ;;
    0: | 0:-*) ;;
    0:*) # its help
      printf '%s\n' "$text"
      exit 0
      ;;
    *)
      echo "pickglass: its console failed ($code): the program runs without it" >&2
      text=
      ;;
  esac
  while [ -n "$text" ]; do
    word=${text%%$'\n'*}
    options+=("$word")
    [ "$word" = "$text" ] && break
    text=${text#*$'\n'}
  done
  word=$1
  shift
  exec "$word" ${options[@]+"${options[@]}"} "$@"
}
