#!/usr/bin/env bash
# Runs stages on a machine with a GPU; see README.md. Every stage goes on from the files that are there.
#   training/run.sh smoke SHARED OUT            everything on tiny data, and each kind's speed at full size
#   training/run.sh data SHARED OUT             stages 1 to 3
#   training/run.sh train OUT KIND [OPTIONS]    stages 4 and 5 (options of train.py)
#   training/run.sh tasks OUT TASK KIND [OPTIONS]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
py="${PYTHON:-python3} -u"
KINDS="mamba mamba2 s4 transformer"

data() { # SHARED OUT [options of data.py]
  local shared=$1 out=$2
  shift 2
  $py "$here/data.py" --shared "$shared" --out "$out/data" "$@"
  $py "$here/tokenizer.py" --data "$out/data"
  $py "$here/encode.py" --data "$out/data"
}

train() { # OUT KIND [options of train.py]
  local out=$1 kind=$2
  shift 2
  $py "$here/train.py" --kind "$kind" --data "$out/data" --out "$out/$kind" "$@"
  [ ! -f "$out/$kind/result.json" ] ||
    $py "$here/evaluate.py" --model "$out/$kind" --data "$out/data" --out "$out/$kind"
}

tasks() { # OUT TASK KIND [options of tasks.py]
  local out=$1 task=$2 kind=$3
  shift 3
  $py "$here/tasks.py" --task "$task" --kind "$kind" --out "$out/$task-$kind" "$@"
}

together() { # waits for all background jobs and fails if one of them failed
  local failed=0
  for job in $(jobs -p); do wait "$job" || failed=1; done
  return $failed
}

smoke() { # SHARED OUT
  local shared=$1 out=$2
  mkdir -p "$out"
  $py "$here/check.py" --bench
  data "$shared" "$out" --stories 3000 --held-stories 100 --only 60
  # All kinds are compiled at once; the timed runs after that find the kernels in the cache.
  for kind in $KINDS; do
    $py "$here/train.py" --kind "$kind" --data "$out/data" --out "$out/warm-$kind" --tokens 1e6 --eval-tokens 3000 \
      > "$out/warm-$kind.log" 2>&1 &
  done
  together || tail -n 20 "$out"/warm-*.log
  for kind in $KINDS; do
    $py "$here/train.py" --kind "$kind" --data "$out/data" --out "$out/$kind" --tokens 10e6 --log-every 50 --eval-tokens 3000
  done
  for kind in $KINDS; do
    $py "$here/evaluate.py" --model "$out/$kind" --data "$out/data" --out "$out/$kind" --most 20 --length 60 \
      > "$out/evaluate-$kind.log" 2>&1 &
    tasks "$out" induction "$kind" --steps 100 --check-every 50 --samples 16 --longest 65536 > "$out/induction-$kind.log" 2>&1 &
    tasks "$out" copying "$kind" --steps 20 --check-every 10 --samples 16 > "$out/copying-$kind.log" 2>&1 &
  done
  together || echo "A task or an evaluation FAILED."
  tail -qn 3 "$out"/evaluate-*.log "$out"/induction-*.log "$out"/copying-*.log | cut -c1-200
}

"$@"
