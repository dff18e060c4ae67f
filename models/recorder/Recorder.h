// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/Http.h"
#include "models/recorder/IncomingFile.h"
#include "models/recorder/SilenceWatch.h"
#include "models/run/Clock.h"
#include "models/run/Result.h"
#include "models/store/StoreWriter.h"

#include <functional>
#include <memory>

namespace runglass
{

/// Where what is uploaded goes.
struct RecorderUploads {
    std::string directory; ///< of all runs' files, absolute; empty: files are not taken
    std::string secret;    ///< what upload addresses are proved with
};

/// The W&B-compatible server without its sockets: requests → store → answers.
/// @thread  any one at a time
/// @source  wandb 0.31.0, see the protocol page
class Recorder
{
public:
    /// Opens the store, which only one process may have.
    /// @errors as RecorderStore::open
    static Result<std::unique_ptr<Recorder>> open(const StoreLocation& location, const Clock& clock,
                                                  RecorderUploads uploads = {});
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// Everything that was acknowledged is on the disk; inside a group, once endGroup() has returned. What the request
    /// may do was decided before.
    HttpResponse answer(const HttpRequest& request);

    /// Until endGroup() what requests change goes to the disk together. Nobody may be given an answer before.
    void beginGroup();
    /// @errors Io: nothing of what was answered since beginGroup() holds
    Status endGroup();

    /// Whether an upload may begin: its address was given out here.
    /// @thread any
    bool isUpload(const HttpRequest& request) const;
    /// Whether the request is for a file and carries the proof that it may be sent or fetched.
    /// @thread any
    bool isProved(const HttpRequest& request) const;
    /// Where an upload goes.
    /// @thread any
    /// @errors NotFound · InvalidArgument · Io
    Result<IncomingFile> beginUpload(const HttpRequest& request) const;

    /// Lets readers see again what was restored from the trash and could not be shown at once. To be called every
    /// second.
    Status lookAfterRestored();
    /// Marks runs as crashed whose writer has been silent for SilenceWatch::kSilence. To be called every second.
    Status checkSilence(const Uptime& now);

    /// Why nothing can be recorded, as that the disk is full; empty: nothing is wrong. Requests that change something
    /// are answered with 503 meanwhile, after which the SDK tries again.
    std::string trouble() const;
    /// Looks whether what was wrong still is. To be called now and then.
    void checkHealth();
    /// An upload could not be written, or could again.
    /// @thread any
    void setUploadTrouble(const std::optional<Error>& error);

    /// Says of runs that go on that nobody records them any more: the last thing to do.
    Status markAbandoned();

    /// Settings that are kept with the store; empty: not set.
    Result<std::string> setting(const std::string& key);
    Status setSetting(const std::string& key, const std::string& value);

    /// Is told what the protocol has that is not known here, one line each.
    void setLog(std::function<void(const std::string&)> log);

private:
    struct Impl;
    explicit Recorder(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace runglass
